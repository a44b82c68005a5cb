package org.fundwatch.rules.release;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time and counts within them. */
final class TimeLimit {

  private static final Pattern LENGTH =
      Pattern.compile(
          "(?:[^0-9]*?(?:≤|<=|不(?:得)?超过|最多支付|最长|最多|不大于|以内|限|间隔时间不(?:短|少)于|不(?:短|少)于))?"
              + "([0-9]{1,4})(日|天|周|星期|个?月|季度|年)?(?:/疗程|以内|内|为限)?[。;]?");
  private static final Pattern PER_STAY = Pattern.compile("(单|每|一|同一?|1)次住院|住院期间");

  private static final String PER = "(?:每|单|1|/)?(日|天|次住院|住院|次就诊|周|星期|个?月|季度|年|[0-9]{1,3}天)";
  private static final String TIMES = "([0-9]{1,4})(?:次|个?小时|日|天|项)?";
  private static final Pattern PER_FIRST =
      Pattern.compile(
          "(?:限|仅限)?" + PER + "(?:内|期间)?(?:限|最多支付|最多|不(?:得)?超过|≤|支付|计费|收费)*" + TIMES + "[。;]?");
  private static final Pattern TIMES_FIRST =
      Pattern.compile("(?:限|≤|最多|不超过)?([0-9]{1,4})次?/" + PER + "[。;]?");

  private TimeLimit() {}

  /**
   * A length in days; a month is counted as 31 and a year as 366, so that nobody is accused by a
   * short one.
   *
   * @param bare the unit of a number without one
   */
  static int days(String text, String bare) throws NotUnderstoodException {
    Matcher length = LENGTH.matcher(Words.withDigits(text));
    if (!length.matches() || Integer.parseInt(length.group(1)) == 0) {
      throw NotUnderstoodException.of(
          "number of days", text, "a length of time such as 14天, ≤14天, 12个月");
    }
    String unit = length.group(2) == null ? bare : length.group(2);
    return Integer.parseInt(length.group(1)) * daysOf(unit);
  }

  /** True where a limit is for one stay, not for good. */
  static boolean perStay(String text) {
    return PER_STAY.matcher(Words.plain(text)).find();
  }

  /**
   * A limit on how often.
   *
   * @param times how often
   * @param unit what is counted: 日 or 小时 for days and hours, else 次
   * @param days in how many days; 0 for one stay
   */
  record Frequency(int times, String unit, int days) {}

  /** A frequency in words, such as 每日1次, 1次/住院, 每周最多支付一次. */
  static Frequency frequency(String text) throws NotUnderstoodException {
    String plain = Words.withDigits(text);
    Matcher perFirst = PER_FIRST.matcher(plain);
    if (perFirst.matches()) {
      return frequency(Integer.parseInt(perFirst.group(2)), perFirst.group(1));
    }
    Matcher timesFirst = TIMES_FIRST.matcher(plain);
    if (timesFirst.matches()) {
      return frequency(Integer.parseInt(timesFirst.group(1)), timesFirst.group(2));
    }
    throw NotUnderstoodException.of("frequency", text, "such as 每日1次, 每次住院2次, 每周最多支付一次, 1次/日");
  }

  /** A frequency as a count and a unit in cells of their own. */
  static Frequency frequency(String count, String unit) throws NotUnderstoodException {
    String times = Words.withDigits(count);
    String per = Words.withDigits(unit).replaceFirst("^(次|个)?/|^每|^单", "");
    if (!times.matches("[0-9]{1,4}") || times.matches("0+")) {
      throw new NotUnderstoodException("count '" + count + "'", "a whole number from 1");
    }
    if (!per.matches("日|天|小时|次住院|住院|次就诊|周|星期|个?月|季度|年")) {
      throw NotUnderstoodException.of("unit", unit, "日, 天, 小时, 住院, 周, 月, 季度, 年");
    }
    return frequency(Integer.parseInt(times), per);
  }

  private static Frequency frequency(int times, String per) {
    return switch (per) {
      case "日", "天" -> new Frequency(times, "日", 1);
      case "小时" -> new Frequency(times, "小时", 1);
      case "次住院", "住院", "次就诊" -> new Frequency(times, "次", 0);
      default -> {
        String unit = per.replaceAll("[0-9]", "");
        int number = unit.equals(per) ? 1 : Integer.parseInt(per.replaceAll("[^0-9]", ""));
        yield new Frequency(times, "次", number * daysOf(unit));
      }
    };
  }

  private static int daysOf(String unit) {
    return switch (unit) {
      case "周", "星期" -> 7;
      case "月", "个月" -> 31;
      case "季度" -> 92;
      case "年" -> 366;
      default -> 1;
    };
  }
}
