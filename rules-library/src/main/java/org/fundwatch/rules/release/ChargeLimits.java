package org.fundwatch.rules.release;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Releases on how often and beside what an item may be charged. */
final class ChargeLimits {

  private static final Pattern HOURS = Pattern.compile("([0-9]{1,2})个?小时内?");

  private ChargeLimits() {}

  static List<Limit> frequency(SourceRow row) throws NotUnderstoodException {
    if (!row.has(Meaning.COUNT)) {
      return often(row, TimeLimit.frequency(row.limit()));
    }
    String unit = row.cell(row.has(Meaning.COUNT_UNIT) ? Meaning.COUNT_UNIT : Meaning.SPAN);
    return often(row, TimeLimit.frequency(row.cell(Meaning.COUNT), unit));
  }

  static List<Limit> cycle(SourceRow row) throws NotUnderstoodException {
    if (!row.has(Meaning.PERIOD)) {
      return frequency(row);
    }
    int days = TimeLimit.days(row.cell(Meaning.PERIOD), "天");
    String times = Words.withDigits(row.has(Meaning.COUNT) ? row.cell(Meaning.COUNT) : "1");
    if (!times.matches("[1-9][0-9]{0,3}次?")) {
      throw NotUnderstoodException.of("count", times, "a whole number from 1");
    }
    int count = Integer.parseInt(times.replace("次", ""));
    return often(row, new TimeLimit.Frequency(count, "次", days));
  }

  // What is limited by the hour is charged by the hour, which a rule of its own looks at.
  private static List<Limit> often(SourceRow row, TimeLimit.Frequency often)
      throws NotUnderstoodException {
    String times = String.valueOf(often.times());
    if (often.days() == 0) {
      return List.of(
          Limit.of("stay-limits", "item", row.code(), "per_stay", times, "name", row.name()));
    }
    if (often.days() > 1) {
      return List.of(
          Limit.of("period-limits", "item", row.code(), "times", times)
              .and("days", String.valueOf(often.days()))
              .and("name", row.name()));
    }
    Limit daily =
        Limit.of("daily-limits", "item", row.code(), "per_day", times)
            .and("unit", often.unit())
            .and("name", row.name());
    return often.unit().equals("小时")
        ? List.of(daily, Limit.of("hourly-items", "item", row.code(), "name", row.name()))
        : List.of(daily);
  }

  /** A pair of which the second includes the first; a table for each span of time. */
  static Limit duplicate(SourceRow row) throws NotUnderstoodException {
    String text = row.cell(Meaning.SPAN);
    String span = Words.withDigits(text).replaceFirst("^(单|每|同|1)1?", "");
    Matcher hours = HOURS.matcher(span.equals("小时") ? "1小时" : span);
    if (hours.matches()) {
      return pair("duplicate-charges-per-hours", row, "hours", hours.group(1));
    }
    if (span.matches("(自然)?(日|天)")) {
      return pair("duplicate-charges", row);
    }
    if (span.matches("次?(就诊|住院|就医|手术)(期间)?")) {
      return pair("duplicate-charges-per-visit", row);
    }
    throw NotUnderstoodException.of(
        "time within which both may not be charged", text, "单日, 单次就诊, 同一小时, or such as 6小时");
  }

  private static Limit pair(String table, SourceRow row, String... more)
      throws NotUnderstoodException {
    Limit pair =
        Limit.of(
            table,
            "item",
            Codes.code(row.cell(Meaning.SUB_CODE)),
            "included_in",
            Codes.code(row.cell(Meaning.MAIN_CODE)),
            "name",
            Words.oneLine(row.cell(Meaning.SUB_NAME)),
            "including_name",
            Words.oneLine(row.cell(Meaning.MAIN_NAME)));
    return more.length == 0 ? pair : pair.and(more[0], more[1]);
  }

  static Limit operationGroup(SourceRow row) throws NotUnderstoodException {
    String group = Words.oneLine(row.cell(Meaning.VALUE));
    if (group.isEmpty()) {
      throw NotUnderstoodException.of("group of operations", group, "a group such as 胃肠手术组");
    }
    return Limit.of("operation-groups", "item", row.code(), "group", group, "name", row.name());
  }
}
