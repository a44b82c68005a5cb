package org.fundwatch.rules.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rows of each kind of release in the columns of our tables. */
final class Limits {

  private static final Map<String, String> SEXES =
      Map.of("男", "M", "男性", "M", "m", "M", "女", "F", "女性", "F", "f", "F", "妇女", "F");
  private static final Pattern SEX_FRAME =
      Pattern.compile("^仅?限(制|定|于)?|(患者|参保人员?)?(使用|专用|支付)?[。;]?$");
  private static final Pattern FOR_GOOD = Pattern.compile("月|年|365天");

  private Limits() {}

  /** What a row says. */
  static List<Limit> read(SourceRow row) throws NotUnderstoodException {
    return switch (row.kind()) {
      case DUPLICATE_CHARGE -> List.of(ChargeLimits.duplicate(row));
      case OPERATION_DISCOUNT -> List.of(ChargeLimits.operationGroup(row));
      case CYCLE -> List.of(ChargeLimits.cycle(row));
      case FREQUENCY -> List.of(ChargeLimits.frequency(row));
      case SECOND_LINE -> List.of(secondLine(row));
      case COURSE -> List.of(course(row));
      case SEX -> List.of(sex(row));
      case AGE -> List.of(age(row));
      case VISIT -> List.of(visit(row));
      case LEVEL -> List.of(level(row));
      case INSURANCE -> List.of(insurance(row));
      case INTERNET -> List.of(internet(row));
      case HERBAL -> List.of(herbal(row));
      case INDICATION -> indication(row);
    };
  }

  private static Limit sex(SourceRow row) throws NotUnderstoodException {
    String text = row.limit();
    String sex = SEXES.get(SEX_FRAME.matcher(Words.plain(text)).replaceAll(""));
    if (sex == null) {
      throw NotUnderstoodException.of("sex", text, "男 or 女");
    }
    return Limit.of("sex-limits", "item", row.code(), "sex", sex, "name", row.name());
  }

  // Drugs for children have rules of their own: made for children, or paid for children alone.
  private static Limit age(SourceRow row) throws NotUnderstoodException {
    AgeLimit age = AgeLimit.parse(row.limit());
    String code = row.code();
    if (Goods.of(code) == Goods.DRUG && age.min() == 0 && age.max() < AgeLimit.ADULT) {
      boolean paidOnly = row.has(Meaning.VALUE) && row.cell(Meaning.NOTE).startsWith("限");
      return age.max() == 0
          ? drugAge(row, code, "newborn", 0)
          : drugAge(row, code, paidOnly ? "child" : "paediatric", age.max() + 1);
    }
    return Limit.of(
        "age-limits",
        "item",
        code,
        "min_age",
        String.valueOf(age.min()),
        "max_age",
        String.valueOf(age.max()),
        "name",
        row.name());
  }

  private static Limit drugAge(SourceRow row, String code, String kind, int years) {
    return Limit.of(
        "drug-ages",
        "item",
        code,
        "kind",
        kind,
        "years",
        String.valueOf(years),
        "name",
        row.name());
  }

  private static Limit visit(SourceRow row) throws NotUnderstoodException {
    String visits = PlaceLimit.visits(row.limit(), row.cell(Meaning.NOTE));
    if (!visits.endsWith("inpatient")) {
      throw NotUnderstoodException.of("kind of visit", row.limit(), "住院, or 住院 and 急诊");
    }
    return Limit.of(
        row.table("visit-limits"),
        "item",
        row.code(),
        "also_emergency",
        visits.contains("emergency") ? "yes" : "no",
        "name",
        row.name());
  }

  private static Limit level(SourceRow row) throws NotUnderstoodException {
    int level = PlaceLimit.level(row.limit(), row.cell(Meaning.NOTE));
    return Limit.of(
        row.table("level-limits"),
        "item",
        row.code(),
        "tier",
        String.valueOf(level),
        "name",
        row.name());
  }

  // Days on which it is charged; months and years run on the calendar.
  private static Limit course(SourceRow row) throws NotUnderstoodException {
    int days = TimeLimit.days(row.limit(), "天");
    String all = row.limit() + " " + row.cell(Meaning.NOTE);
    return Limit.of(
        row.table("courses"),
        "item",
        row.code(),
        "days",
        String.valueOf(days),
        "counts",
        FOR_GOOD.matcher(Words.plain(row.limit())).find() ? "calendar" : "fee-days",
        "per",
        TimeLimit.perStay(all) ? "stay" : "course",
        "name",
        row.name());
  }

  private static Limit secondLine(SourceRow row) throws NotUnderstoodException {
    return Limit.of(
        row.table("second-line").replace("drug-second-line", "second-line-drugs"),
        "item",
        row.code(),
        "first_line",
        Codes.code(row.cell(Meaning.FIRST_LINE_CODE)),
        "name",
        row.name(),
        "first_name",
        Words.oneLine(row.cell(Meaning.FIRST_LINE_NAME)));
  }

  private static Limit insurance(SourceRow row) throws NotUnderstoodException {
    String text = row.limit() + row.cell(Meaning.LIMIT_TYPE);
    boolean injury = text.contains("工伤");
    if (injury == text.contains("生育")) {
      throw NotUnderstoodException.of("insurance", text, "either 工伤 or 生育");
    }
    return Limit.of(
        row.table("insurance-limits"),
        "item",
        row.code(),
        "limit",
        injury ? "work-injury" : "maternity",
        "name",
        row.name());
  }

  private static Limit internet(SourceRow row) throws NotUnderstoodException {
    return Limit.of(
        "internet-exclusions",
        "item",
        row.code(),
        "kind",
        Words.oneLine(row.limit()),
        "name",
        row.name());
  }

  private static Limit herbal(SourceRow row) throws NotUnderstoodException {
    String text = row.limit() + row.cell(Meaning.LIMIT_TYPE);
    boolean never = text.contains("复方");
    if (!never && !text.contains("单方") && !text.contains("单味")) {
      throw NotUnderstoodException.of("use", text, "单方不予支付 or 单复方均不予支付");
    }
    return Limit.of(
        "herb-payment", "item", row.code(), "rule", never ? "never" : "alone", "name", row.name());
  }

  private static List<Limit> indication(SourceRow row) throws NotUnderstoodException {
    boolean label = Words.plain(row.cell(Meaning.LIMIT_TYPE) + row.sheet()).contains("说明书");
    List<Limit> all = new ArrayList<>();
    for (String diagnosis : Codes.diagnoses(row.cell(Meaning.DIAGNOSIS_CODE))) {
      all.add(
          Limit.of(
              row.table("indications"),
              "item",
              row.code(),
              "kind",
              label ? "label" : "payment",
              "diagnosis",
              diagnosis,
              "name",
              row.name()));
    }
    return all;
  }
}
