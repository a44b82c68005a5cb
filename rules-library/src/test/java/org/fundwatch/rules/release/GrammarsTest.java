package org.fundwatch.rules.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarsTest {

  @ParameterizedTest
  @CsvSource({
    "儿童,0,17",
    "限儿童使用,0,17",
    "新生儿,0,0",
    "婴幼儿,0,2",
    "成人,18,200",
    "6-17岁,6,17",
    "限6-17岁儿童和青少年,6,17",
    "６岁至１４岁,6,14",
    "≥18岁,18,200",
    "18周岁及以上,18,200",
    "十八岁以上,18,200",
    "年满60岁,60,200",
    ">65岁,66,200",
    "14岁以下,0,14",
    "≤14岁,0,14",
    "不满14岁,0,13",
    "未满十四周岁,0,13",
    "18岁以上65岁以下,18,65",
    "≥18岁且<60岁患者,18,59",
    "6个月至3岁,0,3",
    "18个月以下,0,1",
    "参保人年龄超出法定就业年龄限制,16,63"
  })
  void age_inWords_isARangeOfYears(String text, int min, int max) throws Exception {
    assertThat(AgeLimit.parse(text)).isEqualTo(new AgeLimit(min, max));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "高龄", "18", "30岁以上20岁以下", "妊娠18周以上", "18岁以上重症患者"})
  void age_notUnderstood_isRefused(String text) {
    assertThatThrownBy(() -> AgeLimit.parse(text))
        .isInstanceOf(NotUnderstoodException.class)
        .hasMessageContaining(text.isEmpty() ? "no age limit" : "age limit '" + text + "'")
        .hasMessageContaining("an age such as 6-17岁");
  }

  @ParameterizedTest
  @CsvSource({
    "住院,,inpatient",
    "限住院患者使用,,inpatient",
    "限急诊或住院,,emergency inpatient",
    "住院,限急诊或住院患者。,emergency inpatient",
    "住院,需经营养风险筛查的住院患者方予支付。,inpatient",
    "门急诊,,emergency outpatient",
    "限急诊、门诊,,emergency outpatient"
  })
  void visits_inWords_areKinds(String text, String remark, String kinds) throws Exception {
    assertThat(PlaceLimit.visits(text, remark == null ? "" : remark)).isEqualTo(kinds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "居家", "住院且有并发症", "住院前3天"})
  void visits_notUnderstood_areRefused(String text) {
    assertThatThrownBy(() -> PlaceLimit.visits(text, ""))
        .isInstanceOf(NotUnderstoodException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "二级,限二级及以上医疗机构。,2",
    "二级及以上医疗机构,,2",
    "限三级医院使用,,3",
    "3级,,3",
    "三级,需三级综合医院眼科或二级及以上眼科专科医院医师处方,2"
  })
  void level_inWords_isTheLowest(String text, String remark, int level) throws Exception {
    assertThat(PlaceLimit.level(text, remark == null ? "" : remark)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"二级,首次处方时需由二级及以上医疗机构专科医师开具处方", "基层医疗机构,", "省级,"})
  void level_notUnderstood_isRefused(String text, String remark) {
    assertThatThrownBy(() -> PlaceLimit.level(text, remark == null ? "" : remark))
        .isInstanceOf(NotUnderstoodException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "14天,14",
    "14,14",
    "≤14天,14",
    "不超过14日,14",
    "支付不超过14天。,14",
    "单次住院最多支付14天,14",
    "评定间隔时间不短于14天,14",
    "两周,14",
    "12个月,372",
    "1年,366"
  })
  void days_inWords_areANumber(String text, int days) throws Exception {
    assertThat(TimeLimit.days(text, "天")).isEqualTo(days);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "短期", "0天", "14天或21天", "14-21天"})
  void days_notUnderstood_areRefused(String text) {
    assertThatThrownBy(() -> TimeLimit.days(text, "天")).isInstanceOf(NotUnderstoodException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "每日1次,1,日,1",
    "每天限2次,2,日,1",
    "一日一次,1,日,1",
    "1次/日,1,日,1",
    "每次住院2次,2,次,0",
    "3次/住院,3,次,0",
    "每周最多支付一次。,1,次,7",
    "每14天1次,1,次,14",
    "每月不超过4次,4,次,31",
    "每年1次,1,次,366"
  })
  void frequency_inWords_isACountInATime(String text, int times, String unit, int days)
      throws Exception {
    assertThat(TimeLimit.frequency(text)).isEqualTo(new TimeLimit.Frequency(times, unit, days));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "适量", "每小时1次", "必要时"})
  void frequency_notUnderstood_isRefused(String text) {
    assertThatThrownBy(() -> TimeLimit.frequency(text)).isInstanceOf(NotUnderstoodException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "药品通用名,NAME",
    "项目名称,NAME",
    "国标代码,CODE",
    "药品代码,CODE",
    "医保 目录 编码,CODE",
    "主项编码,MAIN_CODE",
    "从项名称,SUB_NAME",
    "限定类型,LIMIT_TYPE",
    "规则类别,LIMIT_TYPE",
    "限定对象,VALUE",
    "限定值域,VALUE",
    "限制性别,VALUE",
    "限制数量,COUNT",
    "频次上限,COUNT",
    "数量单位,COUNT_UNIT",
    "疗程周期,PERIOD",
    "频度,SPAN",
    "备注,NOTE",
    "药品说明,NOTE",
    "疾病编码（ICD-10）,DIAGNOSIS_CODE",
    "适应症编码,DIAGNOSIS_CODE",
    "一线药品编码,FIRST_LINE_CODE",
    "序号,SERIAL"
  })
  void header_inWords_hasItsMeaning(String header, Meaning meaning) {
    assertThat(Meaning.of(header)).contains(meaning);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "小儿感冒颗粒", "女", "003105120040000"})
  void header_thatIsNone_hasNoMeaning(String text) {
    assertThat(Meaning.of(text)).isEmpty();
  }
}
