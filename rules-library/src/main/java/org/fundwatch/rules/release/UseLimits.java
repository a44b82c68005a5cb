package org.fundwatch.rules.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Releases on where, how long, for what and under which insurance an item is paid. */
final class UseLimits {

  private static final Set<String> WAYS = Set.of("outpatient", "emergency");
  private static final Pattern ON_THE_CALENDAR = Pattern.compile("月|年|365天");

  private UseLimits() {}

  static Limit visit(SourceRow row) throws NotUnderstoodException {
    String visits = PlaceLimit.visits(row.limit(), row.cell(Meaning.NOTE));
    if (visits.equals("inpatient") || visits.equals("emergency inpatient")) {
      return Limit.of(row.goods().table("visit-limits"), "item", row.code())
          .and("also_emergency", visits.equals("inpatient") ? "no" : "yes")
          .and("name", row.name());
    }
    // Of an outpatient limit, an emergency is no breach.
    String way = visits.equals("emergency outpatient") ? "outpatient" : visits;
    if (row.goods() != Goods.SERVICE || !WAYS.contains(way)) {
      throw NotUnderstoodException.of(
          "kind of visit", row.limit(), "住院, or 住院 and 急诊; of a service also 门诊 or 急诊");
    }
    return Limit.of("service-ways", "item", row.code(), "way", way, "name", row.name());
  }

  static Limit level(SourceRow row) throws NotUnderstoodException {
    int level = PlaceLimit.level(row.limit(), row.cell(Meaning.NOTE));
    return Limit.of(row.goods().table("level-limits"), "item", row.code())
        .and("tier", String.valueOf(level))
        .and("name", row.name());
  }

  // Days on which it is charged, in one illness or one stay; months and years run on the calendar.
  static Limit course(SourceRow row) throws NotUnderstoodException {
    int days = TimeLimit.days(row.limit(), "天");
    boolean calendar = ON_THE_CALENDAR.matcher(Words.plain(row.limit())).find();
    boolean stay = TimeLimit.perStay(row.limit() + " " + row.cell(Meaning.NOTE));
    if (row.goods() == Goods.SERVICE && stay) {
      throw NotUnderstoodException.of("course", row.limit(), "days of one disease for a service");
    }
    return Limit.of(row.goods().table("courses"), "item", row.code(), "days", String.valueOf(days))
        .and("counts", calendar ? "calendar" : "fee-days")
        .and("per", stay ? "stay" : "course")
        .and("name", row.name());
  }

  static Limit secondLine(SourceRow row) throws NotUnderstoodException {
    return Limit.of("second-line-drugs", "item", row.code())
        .and("first_line", Codes.beginning(row.cell(Meaning.FIRST_LINE_CODE)))
        .and("name", row.name())
        .and("first_name", Words.oneLine(row.cell(Meaning.FIRST_LINE_NAME)));
  }

  static Limit insurance(SourceRow row) throws NotUnderstoodException {
    String text = row.limit() + row.cell(Meaning.LIMIT_TYPE);
    boolean injury = text.contains("工伤");
    if (injury == text.contains("生育")) {
      throw NotUnderstoodException.of("insurance", text, "either 工伤 or 生育");
    }
    return Limit.of(row.goods().table("insurance-limits"), "item", row.code())
        .and("limit", injury ? "work-injury" : "maternity")
        .and("name", row.name());
  }

  static Limit internet(SourceRow row) throws NotUnderstoodException {
    return Limit.of("internet-exclusions", "item", row.code())
        .and("kind", Words.oneLine(row.limit()))
        .and("name", row.name());
  }

  static Limit herbal(SourceRow row) throws NotUnderstoodException {
    String text = row.limit() + row.cell(Meaning.LIMIT_TYPE);
    boolean never = text.contains("复方");
    if (!never && !text.contains("单方") && !text.contains("单味")) {
      throw NotUnderstoodException.of("use", text, "单方不予支付 or 单复方均不予支付");
    }
    return Limit.of("herb-payment", "item", row.code())
        .and("rule", never ? "never" : "alone")
        .and("name", row.name());
  }

  static List<Limit> indication(SourceRow row) throws NotUnderstoodException {
    boolean label = Words.plain(row.cell(Meaning.LIMIT_TYPE) + row.sheet()).contains("说明书");
    Goods goods = row.goods();
    List<Limit> all = new ArrayList<>();
    for (String diagnosis : Codes.diagnoses(row.cell(Meaning.DIAGNOSIS_CODE))) {
      Limit limit =
          switch (goods) {
            case SERVICE -> Limit.of("service-indications", "item", row.code());
            case CONSUMABLE -> Limit.of("consumable-diagnoses", "item", row.code());
            default ->
                Limit.of("drug-indications", "item", row.code())
                    .and("kind", label ? "label" : "payment");
          };
      all.add(limit.and("diagnosis", diagnosis).and("name", row.name()));
    }
    return all;
  }
}
