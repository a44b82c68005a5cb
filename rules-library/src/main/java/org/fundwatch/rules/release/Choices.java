package org.fundwatch.rules.release;

import java.util.LinkedHashMap;
import java.util.Map;

/** Words that registries may use, and ours for them. */
final class Choices {

  static final Map<String, String> YES_NO = of("1", "是 有 yes", "0", "否 无 no");

  /** {@code hosp_lv} of the national interface. */
  static final Map<String, String> LEVEL =
      of(
          "01", "三级特等",
          "02", "三级甲等 三甲",
          "03", "三级乙等 三乙",
          "04", "三级丙等 三丙",
          "05", "二级甲等 二甲",
          "06", "二级乙等 二乙",
          "07", "二级丙等 二丙",
          "08", "一级甲等 一甲",
          "09", "一级乙等 一乙",
          "10", "一级丙等 一丙",
          "11", "无等级 未定级 未评级");

  /** The same, and what a point of DIP is paid with. */
  static final Map<String, String> LEVEL_OR_DIP = and(LEVEL, "DIP", "dip");

  static final Map<String, String> INSTITUTION =
      of(
          "general", "综合 综合医院",
          "pharmacy", "药店 零售药店 定点零售药店",
          "psychiatric", "精神 精神专科 精神病医院",
          "rehabilitation", "康复 康复医院",
          "maternal", "妇幼 妇幼保健院 妇产",
          "oncology", "肿瘤 肿瘤医院",
          "tcm", "中医 中医医院",
          "eye", "眼科 眼科医院",
          "dialysis", "血液透析 透析中心",
          "orthopaedic", "骨科 骨科医院",
          "checkup", "体检 体检中心",
          "imaging", "影像 影像中心");

  static final Map<String, String> DOCTOR =
      of("active", "正常 有效 在岗", "suspended", "暂停 中止", "terminated", "终止 注销");

  static final Map<String, String> TITLE =
      of(
          "chief", "主任医师 正高",
          "associate", "副主任医师 副高",
          "attending", "主治医师 中级",
          "resident", "住院医师 医师 初级");

  static final Map<String, String> PERSON =
      of(
          "deceased", "死亡",
          "imprisoned", "服刑 在押",
          "abroad", "出境 境外",
          "suspended", "待遇暂停 暂停 停保");

  static final Map<String, String> HOLIDAY =
      of("holiday", "节假日 放假 休息 法定节假日", "makeup-workday", "补班 调休 调休上班 工作日");

  private Choices() {}

  private static Map<String, String> and(Map<String, String> words, String ours, String word) {
    Map<String, String> more = new LinkedHashMap<>(words);
    more.put(word, ours);
    return Map.copyOf(more);
  }

  // Ours, then the words that mean it, apart by blanks
  private static Map<String, String> of(String... pairs) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      words.put(pairs[i], pairs[i]);
      for (String word : pairs[i + 1].split(" ", -1)) {
        words.put(word, pairs[i]);
      }
    }
    return Map.copyOf(words);
  }
}
