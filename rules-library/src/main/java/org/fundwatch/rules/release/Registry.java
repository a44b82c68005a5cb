package org.fundwatch.rules.release;

import static org.fundwatch.rules.release.RegistryColumn.choice;
import static org.fundwatch.rules.release.RegistryColumn.code;
import static org.fundwatch.rules.release.RegistryColumn.day;
import static org.fundwatch.rules.release.RegistryColumn.decimal;
import static org.fundwatch.rules.release.RegistryColumn.diagnosis;
import static org.fundwatch.rules.release.RegistryColumn.group;
import static org.fundwatch.rules.release.RegistryColumn.number;
import static org.fundwatch.rules.release.RegistryColumn.person;
import static org.fundwatch.rules.release.RegistryColumn.text;
import static org.fundwatch.rules.release.RegistryColumn.yuan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a bureau keeps lists of, or gets as one. Each is a knowledge table; its columns are known by
 * our names, those of the national interface or their Chinese ones.
 */
public enum Registry {
  /** Level, kind, owner, beds and devices; a change of them begins on the day of the import. */
  INSTITUTIONS("institutions", Keeping.CHANGES),
  /** Status, title and places of work, each with its own days. */
  DOCTORS("doctors", Keeping.DATED),
  /** Who is in prison, abroad or without benefits, and from when to when. */
  PERSON_STATUS("person-status", Keeping.DATED),
  /** Who has died, and when; goes to the table of person-status. */
  DEATHS("person-status", Keeping.DATED),
  /** Days off and working days made up for them. */
  HOLIDAYS("holidays", Keeping.DATED),
  /** Grave complications, each with the group of main diagnoses that exclude it. */
  MCC("mcc", Keeping.WHOLE),
  /** Complications, likewise. */
  CC("cc", Keeping.WHOLE),
  /** Main diagnoses and the exclusion group they belong to. */
  CC_EXCLUSIONS("cc-exclusions", Keeping.WHOLE),
  /** What leads to each basic group. */
  ADRG_DEFINITIONS("adrg-definitions", Keeping.WHOLE),
  /** Payment groups and their names. */
  DRG_GROUPS("drg-groups", Keeping.WHOLE),
  /** Relative weights of payment groups. */
  DRG_WEIGHTS("drg-weights", Keeping.WHOLE),
  /** Points of diseases (DIP). */
  DIP_POINTS("dip-points", Keeping.WHOLE),
  /** Payment for weight 1 by level of hospital, and for a point of DIP. */
  PAYMENT_RATES("payment-rates", Keeping.WHOLE),
  /** Payment for a group or disease. */
  PAYMENT_STANDARDS("payment-standards", Keeping.WHOLE);

  private static final String NAME = "name|(疾病|诊断|病组|病种|drgs?)?名称|等级名称";
  private static final String DIAGNOSIS =
      "diagnosis|diag_code|code|icd|icd-?10|(主要?诊断|疾病诊断|诊断|疾病)?(编码|代码)";
  private static final String EXCLUSION = "exclusion_group|exclusion|(cc)?排除(表|组)?(号|编号|编码)?";
  private static final String DRG = "drg|drg_code|code|(drgs?|分组|病组)?(编码|代码)";
  private static final String DISEASE = "disease|dip|dip_code|(dip|病种)(组)?(编码|代码)";

  private final String table;
  private final Keeping keeping;

  Registry(String table, Keeping keeping) {
    this.table = table;
    this.keeping = keeping;
  }

  /** What becomes of the rows that a table holds when a list comes in. */
  enum Keeping {
    /** Rows that are no more in the list end, new ones begin; invented ones go. */
    CHANGES,
    /** Each row says itself when it holds: the list takes the place of its last version. */
    DATED,
    /** One list for a region at a time: every row that holds there ends, whosever it is. */
    WHOLE
  }

  /** Its word on the command line, such as {@code person-status}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The registry of a word.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Registry ofWord(String word) {
    return Arrays.stream(values())
        .filter(registry -> registry.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s'; %s"
                        .formatted(
                            word,
                            String.join(
                                ", ", Arrays.stream(values()).map(Registry::word).toList()))));
  }

  /** Its table's name. */
  String table() {
    return table;
  }

  /** What becomes of the rows that the table holds. */
  Keeping keeping() {
    return keeping;
  }

  List<RegistryColumn> columns() {
    return switch (this) {
      case INSTITUTIONS ->
          List.of(
              code("fixmedins_code", "fixmedins_code|(定点)?(医药|医疗)?机构(编码|代码)"),
              text("name", "fixmedins_name|name|(定点)?(医药|医疗)?机构名称|名称"),
              choice("level", "hosp_lv|level|(医院|机构)?等级", Choices.LEVEL).or(""),
              choice("kind", "kind|(机构)?(类别|类型|专科)", Choices.INSTITUTION).or("general"),
              text("owner", "owner|举办(单位|主体)|所属集团|法人|所有者").or(""),
              number("beds", "beds|(编制|核定|开放|实有)?床位数?").or("0"),
              number("ct", "ct(台数|数)?").or("0"),
              number("mr", "mr|mri(台数|数)?|核磁(台数)?").or("0"),
              number("linac", "linac|直线加速器(台数)?").or("0"),
              number("dialysis", "dialysis|(血液)?透析机(台数)?").or("0"),
              number("dsa", "dsa(台数)?").or("0"),
              choice("all_night", "all_night|24小时(营业|服务)?|夜间服务", Choices.YES_NO).or("0"));
      case DOCTORS ->
          List.of(
              code("doctor", "doctor|dr_code|dr_codg|(医保)?(医师|医生|人员)(编码|代码)"),
              choice("status", "status|(医师|支付资格)?状态", Choices.DOCTOR),
              choice("title", "title|职称", Choices.TITLE).or(""),
              text("qualification", "qualification|资质|资格").or(""),
              number("sites", "sites|执业(地点|机构)数").or("1"),
              day("from", "from|起始日期|开始日期|生效日期").or(""),
              day("to", "to|终止日期|结束日期|截止日期").or(""));
      case PERSON_STATUS ->
          List.of(
              person("person", "person|psn_no|(参保)?人员编号|个人编号"),
              choice("status", "status|状态|人员状态", Choices.PERSON),
              day("since", "since|begndate|(开始|起始|生效)日期"),
              day("until", "until|enddate|(结束|终止|截止)日期").or(""),
              text("note", "note|memo|备注|说明").or(""));
      case DEATHS ->
          List.of(
              person("person", "person|psn_no|(参保)?人员编号|个人编号"),
              choice("status", "status", Choices.PERSON).or("deceased"),
              day("since", "since|die_date|死亡(日期|时间)"),
              day("until", "until").or(""),
              text("note", "note|memo|备注|说明").or(""));
      case HOLIDAYS ->
          List.of(
              day("day", "day|日期"),
              choice("kind", "kind|类型|性质", Choices.HOLIDAY),
              text("name", "name|名称|节日|节假日(名称)?").or(""));
      case MCC, CC ->
          List.of(
              diagnosis("diagnosis", DIAGNOSIS),
              group("exclusion_group", EXCLUSION),
              text("name", NAME).or(""));
      case CC_EXCLUSIONS ->
          List.of(diagnosis("diagnosis", DIAGNOSIS), group("exclusion_group", EXCLUSION));
      case ADRG_DEFINITIONS ->
          List.of(
              group("adrg", "adrg|adrg(编码|代码)"),
              number("rank", "rank|顺序|优先级"),
              text("diagnoses", "diagnoses|主要?诊断").or(""),
              text("operations", "operations|手术(操作)?").or(""),
              number("max_age", "max_age|年龄上限").or("200"),
              text("name", NAME).or(""));
      case DRG_GROUPS -> List.of(group("drg", DRG), text("name", NAME));
      case DRG_WEIGHTS ->
          List.of(
              group("drg", DRG),
              decimal("weight", "weight|rw|(drgs?)?(相对|基准|支付)?权重"),
              text("name", NAME).or(""));
      case DIP_POINTS ->
          List.of(
              group("disease", DISEASE),
              decimal("points", "points|(病种|基准|支付)?分值|rw"),
              text("name", NAME).or(""));
      case PAYMENT_RATES ->
          List.of(
              choice("level", "hosp_lv|level|(医院|机构)?等级|级别", Choices.LEVEL_OR_DIP),
              yuan("fen", "yuan|(基础|基准|结算|支付)?费率|(结算)?点值|单价"),
              text("name", NAME).or(""));
      case PAYMENT_STANDARDS ->
          List.of(
              group("group", "group|" + DRG + "|" + DISEASE),
              choice("level", "hosp_lv|level|(医院|机构)?等级|级别", Choices.LEVEL).or(""),
              yuan("fen", "yuan|(病组|病种)?(支付|付费|结算)标准"),
              text("name", NAME).or(""));
    };
  }
}
