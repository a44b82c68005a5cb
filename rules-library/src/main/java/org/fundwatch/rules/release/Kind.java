package org.fundwatch.rules.release;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a release limits. The words are looked for in the column of limit types, else in the names
 * of sheet and file, else in the headers; the first kind whose words are found is it.
 */
enum Kind {
  DUPLICATE_CHARGE("重复收费|不得同时收"),
  OPERATION_DISCOUNT("主次操作|折价|主次手术|手术分组"),
  SECOND_LINE("二线"),
  CYCLE("周期"),
  FREQUENCY("频次|频度|次数"),
  COURSE("疗程|支付天数|开药天数"),
  SEX("性别"),
  AGE("年龄|限儿童|儿童(专用|使用|用药)|新生儿"),
  VISIT("就医方式|就诊方式|就医类型|限(门诊|急诊|住院)"),
  LEVEL("(机构|医院)的?(等级|级别)"),
  INSURANCE("险种|工伤|生育保险|限生育"),
  INTERNET("互联网"),
  HERBAL("饮片|单方|单味|单复方"),
  INDICATION("适应症|适应证|限疾病|病种|诊断");

  private final Pattern words;

  Kind(String words) {
    this.words = Pattern.compile(words);
  }

  /** The kind that a text names. */
  static Optional<Kind> named(String text) {
    String plain = Words.plain(text);
    for (Kind kind : values()) {
      if (kind.words.matcher(plain).find()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
