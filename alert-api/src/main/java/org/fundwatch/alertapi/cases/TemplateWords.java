package org.fundwatch.alertapi.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fundwatch.alertapi.procedure.Account;
import org.fundwatch.domain.money.Fen;
import org.fundwatch.domain.time.ShanghaiTime;

/** The words of a case that are filled into the texts of templates: {@code {案件编号}}. */
final class TemplateWords {
  private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");
  private static final List<String> NAMES =
      List.of("案件编号", "案件名称", "机构编码", "涉嫌金额", "预警数", "建案日期", "日期");

  private TemplateWords() {}

  /** The words of a text that we do not know. */
  static List<String> unknown(String text) {
    var unknown = new TreeSet<String>();
    WORD.matcher(text).results().map(found -> found.group(1)).forEach(unknown::add);
    NAMES.forEach(unknown::remove);
    return List.copyOf(unknown);
  }

  /** What is allowed. */
  static String allowed() {
    return NAMES.stream()
        .map("{%s}"::formatted)
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  /** A text with the words of a case. */
  static String fill(String text, CaseHistory history, long now) {
    var words = words(history, now);
    return WORD.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
  }

  private static Map<String, String> words(CaseHistory history, long now) {
    var state = history.state();
    var words = new LinkedHashMap<String, String>();
    words.put("案件编号", history.id());
    words.put("案件名称", state.opening().title());
    words.put("机构编码", state.institution());
    words.put("涉嫌金额", Fen.toYuan(state.ledger().balance(Account.SUSPECTED)));
    words.put("预警数", String.valueOf(state.alerts().size()));
    words.put("建案日期", ShanghaiTime.formatDay(ShanghaiTime.epochDay(history.first().at())));
    words.put("日期", ShanghaiTime.formatDay(ShanghaiTime.epochDay(now)));
    return words;
  }
}
