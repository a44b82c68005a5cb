package org.fundwatch.rules.release;

import static org.fundwatch.rules.release.RegistryColumn.choice;
import static org.fundwatch.rules.release.RegistryColumn.code;
import static org.fundwatch.rules.release.RegistryColumn.day;
import static org.fundwatch.rules.release.RegistryColumn.number;
import static org.fundwatch.rules.release.RegistryColumn.person;
import static org.fundwatch.rules.release.RegistryColumn.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a bureau keeps lists of. Each is a knowledge table; its columns are known by our names,
 * those of the national interface or their Chinese ones.
 */
public enum Registry {
  /** Level, kind, owner, beds and devices; a change of them begins on the day of the import. */
  INSTITUTIONS("institutions", false),
  /** Status, title and places of work, each with its own days. */
  DOCTORS("doctors", true),
  /** Who is in prison, abroad or without benefits, and from when to when. */
  PERSON_STATUS("person-status", true),
  /** Who has died, and when; goes to the table of person-status. */
  DEATHS("person-status", true),
  /** Days off and working days made up for them. */
  HOLIDAYS("holidays", true);

  private final String table;
  private final boolean dated;

  Registry(String table, boolean dated) {
    this.table = table;
    this.dated = dated;
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

  /** True where each row says itself when it holds; the list then takes the place of the last. */
  boolean dated() {
    return dated;
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
    };
  }
}
