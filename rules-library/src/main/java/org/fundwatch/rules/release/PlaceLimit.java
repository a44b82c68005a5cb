package org.fundwatch.rules.release;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an item may be used: kinds of visit, level of institution. */
final class PlaceLimit {

  private static final Pattern VISIT = Pattern.compile("门急诊|门\\(急\\)诊|门诊慢特病|门诊|急诊|急救|抢救|日间手术|住院");
  private static final Pattern VISIT_REST =
      Pattern.compile("仅?限(制|定|于)?|支付|使用|患者|病人|参保人员?|期间|时|就医|就诊|方式|可|方|予以?|的|或者?|和|及|与|、|/|,|。|;");
  // A remark may allow more than the cell beside it: 安宫牛黄丸 has 住院, remarked 限急诊或住院患者.
  private static final Pattern WIDER =
      Pattern.compile("限[^,。;]{0,4}(急诊|门诊)(或|和|及|、|与)住院|限住院(或|和|及|、|与)急诊");

  private static final Pattern LEVEL =
      Pattern.compile(
          "(仅?限(于|定)?|须|需)?([1-3一二三])级(甲等|乙等|丙等)?(及其?以上)?(的?(定点)?(医疗)?(机构|医院))?(使用|支付|患者)?[。;]?");
  private static final Pattern LEVEL_IN_TEXT = Pattern.compile("([一二三])级(及以上|综合|专科|医)");
  private static final Pattern FIRST_ONLY = Pattern.compile("首次(处方|使用)时?(需|须|应)?由?[一二三]级");

  private PlaceLimit() {}

  /** Kinds of visit, of {@code emergency inpatient outpatient}, in this order. */
  static String visits(String text, String remark) throws NotUnderstoodException {
    String plain = Words.plain(text);
    Set<String> visits = new TreeSet<>();
    Matcher word = VISIT.matcher(plain);
    while (word.find()) {
      visits.addAll(kinds(word.group()));
    }
    String rest = VISIT_REST.matcher(VISIT.matcher(plain).replaceAll("")).replaceAll("");
    if (visits.isEmpty() || !rest.isEmpty()) {
      throw NotUnderstoodException.of(
          "kind of visit", text, "门诊, 急诊, 住院 or several of them, such as 限急诊或住院");
    }
    Matcher wider = WIDER.matcher(Words.plain(remark));
    if (wider.find()) {
      visits.addAll(Set.of("inpatient", wider.group().contains("急诊") ? "emergency" : "outpatient"));
    }
    return String.join(" ", visits);
  }

  private static Set<String> kinds(String word) {
    return switch (word) {
      case "住院", "日间手术" -> Set.of("inpatient");
      case "急诊", "急救", "抢救" -> Set.of("emergency");
      case "门急诊", "门(急)诊" -> Set.of("outpatient", "emergency");
      default -> Set.of("outpatient");
    };
  }

  /** The lowest level of institution, 1 to 3. */
  static int level(String text, String remark) throws NotUnderstoodException {
    Matcher level = LEVEL.matcher(Words.plain(text));
    if (!level.matches()) {
      throw NotUnderstoodException.of("level", text, "一级, 二级 or 三级, such as 二级及以上医疗机构");
    }
    String plain = Words.plain(remark);
    if (FIRST_ONLY.matcher(plain).find()) {
      throw new NotUnderstoodException(
          "level '%s' for the first prescription only".formatted(text),
          "a level that holds for every prescription");
    }
    int lowest = number(level.group(3));
    // 三级综合医院眼科或二级及以上眼科专科医院: a hospital of the lower level may be one of those allowed.
    Matcher named = LEVEL_IN_TEXT.matcher(plain);
    while (named.find()) {
      lowest = Math.min(lowest, number(named.group(1)));
    }
    return lowest;
  }

  private static int number(String digit) {
    return Integer.parseInt(Words.withDigits(digit));
  }
}
