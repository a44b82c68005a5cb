package org.fundwatch.rules.release;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column says. The words are those of the releases so far and their likely variants; the
 * first meaning whose words are found in a header is its meaning.
 */
enum Meaning {
  SERIAL("^(序号|编号|行号|no\\.?|#)$"),
  MAIN_CODE("^(主|包含|含|a)(项目?)?.*(编码|代码)|^(项目a|主项).*(编码|代码)"),
  MAIN_NAME("^(主项|主项目|包含项目|含项|a项目?|项目a)(名称)?$"),
  SUB_CODE("^(从|次|子|被包含|被含|b)(项目?)?.*(编码|代码)|^(项目b|从项|重复项).*(编码|代码)"),
  SUB_NAME("^(从项|从项目|次项|次项目|子项|子项目|被包含项目|被含项|重复项|重复项目|b项目?|项目b)(名称)?$"),
  FIRST_LINE_CODE("一线.*(编码|代码)"),
  FIRST_LINE_NAME("^一线"),
  DIAGNOSIS_CODE("(疾病|诊断|病种|适应症|适应证|icd).*(编码|代码|码)$|^icd"),
  CODE("(编码|代码|医保码|国家码|贯标码|国标码)$|^(医保)?code$"),
  LIMIT_TYPE("(限定|限制|规则|限)类(型|别)|^规则(名称)?$"),
  COUNT_UNIT("(数量|计量|频次|计价|次数)?单位$"),
  SPAN("^(频度|频率|时间范围|计费周期|限制频度|时间维度|限定频度|频度范围)$"),
  PERIOD("疗程周期|限定周期|^周期|间隔|周期$"),
  COUNT("(限制|限定|上限|最大|最高|最多).*(数量|次数|频次)|(数量|次数|频次).*(上限|限制|限额)"),
  NOTE("说明|备注|依据|内涵|政策|描述|解释|^注"),
  VALUE(
      "(限定|限制|限)(对象|值域|值|内容|性别|年龄|方式|等级|级别|疗程|天数|险种|人群|就医|机构|频次|范围)"
          + "|限定(支付|就医|机构|医疗)|^(值域|性别|年龄(段|范围)?|适用(性别|年龄|人群)"
          + "|就医方式|就诊方式|(医疗)?机构(等级|级别)|(支付)?疗程|险种|分组|手术组.*|适应症|适应证|限.*)$"),
  NAME("名称|通用名|^(药品|项目|品名|饮片|耗材)$");

  // What stands in brackets behind a header says how, not what
  private static final Pattern UNIT = Pattern.compile("(?<=.)\\([^)]*\\)$");

  private final Pattern words;

  Meaning(String words) {
    this.words = Pattern.compile(words);
  }

  /** What a header says, where it says something we know. */
  static Optional<Meaning> of(String header) {
    String plain = UNIT.matcher(Words.plain(header)).replaceFirst("");
    if (plain.isEmpty() || plain.length() > 24) {
      return Optional.empty(); // a sentence is no header
    }
    for (Meaning meaning : values()) {
      if (meaning.words.matcher(plain).find()) {
        return Optional.of(meaning);
      }
    }
    return Optional.empty();
  }
}
