package org.fundwatch.rules.release;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of full years of age, both ends included. Where a text leaves room, the wider range is
 * taken: a limit read too narrow accuses people.
 *
 * @param min 0 where there is no lower end
 * @param max {@value #OLDEST} where there is no upper end
 */
record AgeLimit(int min, int max) {

  static final int OLDEST = 200;
  static final int ADULT = 18;

  private static final int MONTHS = 12;

  // Names of ages are given ranges of our own where no law gives one.
  private static final Map<String, AgeLimit> GROUPS = groups();

  private static final String AGE = "([0-9]{1,3})(周?岁|个?月龄?)?";
  private static final Pattern RANGE =
      Pattern.compile(AGE + "(?:周?岁|个?月)?(?:-|~|—|–|至|到)" + AGE + "(?:之间)?");
  private static final Pattern AT_LEAST =
      Pattern.compile(
          "(?:≥|>=|不小于|不低于|(?<![不未])年?满|大于等于)"
              + AGE
              + "(?:及?以上)?|"
              + AGE
              + "(?:\\(?[含及]\\)?)?(?:及|或)?以上");
  private static final Pattern ABOVE = Pattern.compile("(?:>|大于|超过)" + AGE);
  private static final Pattern AT_MOST =
      Pattern.compile(
          "(?:≤|<=|不大于|不超过|小于等于)"
              + AGE
              + "(?:及?以下)?|"
              + AGE
              + "(?:\\(?[含及]\\)?)?(?:及|或)?(?:以下|以内)");
  private static final Pattern BELOW = Pattern.compile("(?:<|小于|不满|未满|低于)" + AGE);
  private static final Pattern REST =
      Pattern.compile(
          "仅?限(制|定|于)?|适用于|使用|支付|患者|病人|参保人员?|人群|年龄|对象|的|和|及|且|,|、|;|。|儿童|青少年|成年?人|女性|男性");

  static AgeLimit parse(String text) throws NotUnderstoodException {
    String plain = Words.withDigits(text);
    String bare = plain.replaceAll("^仅?限(于|定)?|(患者|人群)?(使用|专用|支付)?[。;]?$", "");
    AgeLimit group = GROUPS.get(bare);
    if (group != null) {
      return group;
    }
    AgeLimit limit = ends(plain);
    if (limit == null || limit.min > limit.max) {
      throw NotUnderstoodException.of(
          "age limit",
          text,
          "an age such as 6-17岁, ≥18岁, 14岁以下, or one of " + String.join(" ", GROUPS.keySet()));
    }
    return limit;
  }

  private static @Nullable AgeLimit ends(String plain) {
    int min = 0;
    int max = OLDEST;
    String rest = plain;
    boolean any = false;
    Matcher range = RANGE.matcher(rest);
    if (range.find()) {
      String unit = range.group(4) == null ? "岁" : range.group(4);
      min = years(range.group(1), range.group(2) == null ? unit : range.group(2));
      max = years(range.group(3), unit);
      rest = range.replaceFirst("");
      any = true;
    }
    for (End end :
        new End[] {
          new End(AT_LEAST, true, 0),
          new End(ABOVE, true, 1),
          new End(AT_MOST, false, 0),
          new End(BELOW, false, -1)
        }) {
      Matcher found = end.words.matcher(rest);
      if (found.find()) {
        int age = end.age(found);
        min = end.lower ? Math.max(min, age) : min;
        max = end.lower ? max : Math.min(max, age);
        rest = found.replaceFirst("");
        any = true;
      }
    }
    return any && REST.matcher(rest).replaceAll("").isEmpty() ? new AgeLimit(min, max) : null;
  }

  private static int years(String number, String unit) {
    int value = Integer.parseInt(number);
    return unit.contains("月") ? value / MONTHS : value;
  }

  /**
   * One end of a range.
   *
   * @param step added to an age in years; ages in months are rounded to the wider year instead
   */
  private record End(Pattern words, boolean lower, int step) {

    int age(Matcher found) {
      int group = found.group(1) != null ? 1 : 3;
      String unit = found.group(group + 1);
      boolean months = unit != null && unit.contains("月");
      return Math.max(0, years(found.group(group), months ? unit : "岁") + (months ? 0 : step));
    }
  }

  private static Map<String, AgeLimit> groups() {
    Map<String, AgeLimit> groups = new LinkedHashMap<>();
    groups.put("新生儿", new AgeLimit(0, 0));
    groups.put("婴儿", new AgeLimit(0, 0));
    groups.put("婴幼儿", new AgeLimit(0, 2));
    groups.put("学龄前儿童", new AgeLimit(0, 6));
    groups.put("小儿", new AgeLimit(0, 17));
    groups.put("儿童", new AgeLimit(0, 17));
    groups.put("儿童和青少年", new AgeLimit(0, 17));
    groups.put("未成年人", new AgeLimit(0, 17));
    groups.put("成人", new AgeLimit(ADULT, OLDEST));
    groups.put("成年人", new AgeLimit(ADULT, OLDEST));
    groups.put("老年人", new AgeLimit(60, OLDEST));
    // From the lowest age of employment to the highest of retirement, as the reform ends
    groups.put("参保人年龄超出法定就业年龄限制", new AgeLimit(16, 63));
    return groups;
  }
}
