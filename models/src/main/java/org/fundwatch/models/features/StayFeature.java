package org.fundwatch.models.features;

import static org.fundwatch.models.features.Comparison.LOG;
import static org.fundwatch.models.features.Comparison.NONE;
import static org.fundwatch.models.features.Comparison.PLAIN;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Something measured of a stay itself or of the time before it.
 *
 * @param column how it is called
 * @param comparison how it is held against peers
 * @param value measures it; {@code NaN} where it is not stated
 */
record StayFeature(Column column, Comparison comparison, ToDoubleFunction<StayView> value) {

  /**
   * All of them. A row is for ever: a changed meaning is a new row, and a changed computation
   * raises {@link FeatureSchema#REVISION}.
   */
  static final List<StayFeature> ALL =
      List.of(
          row("age", "年龄", "age", "year", NONE, StayView::age),
          row("male", "男性", "male", "flag", NONE, StayView::male),
          row("employee", "职工医保", "insured as employee", "flag", NONE, StayView::employee),
          row("hospital_level", "医院级别", "hospital level", "", NONE, StayView::level),
          row("emergency", "急诊入院", "emergency admission", "flag", NONE, StayView::emergency),
          row("transfer_in", "转入", "transferred in", "flag", NONE, v -> v.admittedBy("3")),
          row("weekend", "周末入院", "admitted at a weekend", "flag", NONE, StayView::weekend),
          row("transfer_out", "转院离院", "transferred out", "flag", NONE, v -> v.leftBy("2", "3")),
          row("own_wish", "非医嘱离院", "left against advice", "flag", NONE, v -> v.leftBy("4", "4")),
          row("died", "死亡", "died", "flag", NONE, v -> v.leftBy("5", "5")),
          row("days", "住院天数", "days in hospital", "day", LOG, StayView::days),
          row("diagnoses", "诊断数", "diagnoses", "", PLAIN, v -> v.head().diagnoses().size()),
          row("operations", "手术操作数", "operations", "", PLAIN, v -> v.head().operations().size()),
          row("cost", "医疗费总额", "total cost", "yuan", LOG, v -> v.yuan(v.total())),
          row("day_cost", "日均费用", "cost a day", "yuan", LOG, v -> v.yuan(v.total()) / v.days()),
          row(
              "fund_share",
              "基金支付占比",
              "share paid by the fund",
              "share",
              PLAIN,
              StayView::fundShare),
          row(
              "standard_ratio",
              "费用与支付标准之比",
              "cost to payment standard",
              "ratio",
              NONE,
              StayView::standardRatio),
          row("weight", "病组权重", "weight of the group", "ratio", NONE, StayView::weight),
          row("exam_share", "检查费占比", "share of examinations", "share", PLAIN, v -> v.share(3)),
          row("lab_share", "化验费占比", "share of laboratory tests", "share", PLAIN, v -> v.share(4)),
          row(
              "diagnostic_share",
              "检查化验费占比",
              "share of examinations and laboratory tests",
              "share",
              PLAIN,
              v -> v.share(3, 4)),
          row("treatment_share", "治疗费占比", "share of treatment", "share", PLAIN, v -> v.share(5)),
          row("surgery_share", "手术费占比", "share of surgery", "share", NONE, v -> v.share(6)),
          row("material_share", "材料费占比", "share of materials", "share", PLAIN, v -> v.share(8)),
          row("drug_share", "药费占比", "share of drugs", "share", PLAIN, v -> v.share(9, 11)),
          row("herb_share", "中药饮片占比", "share of herbs", "share", NONE, v -> v.share(10)),
          row(
              "presence_share",
              "床位诊察护理费占比",
              "share of bed, rounds and nursing",
              "share",
              PLAIN,
              v -> v.share(1, 2, 7)),
          row("items", "收费项目种数", "different items charged", "", LOG, v -> v.charges().items()),
          row(
              "top_item_share",
              "最大单项费用占比",
              "share of the dearest item",
              "share",
              PLAIN,
              StayView::topItemShare),
          row(
              "active_share",
              "有诊疗天数占比",
              "share of days with care beyond bed and nursing",
              "share",
              PLAIN,
              StayView::activeShare),
          row(
              "intense_nursing_share",
              "特级一级护理天数占比",
              "share of days of intense nursing",
              "share",
              NONE,
              StayView::intenseNursingShare),
          row(
              "low_diagnosis",
              "主诊断通常无需住院",
              "main diagnosis normally treated without admission",
              "flag",
              NONE,
              v -> v.mainDiagnosisIs("low")),
          row(
              "cyclic_diagnosis",
              "周期性治疗诊断",
              "diagnosis of a planned course",
              "flag",
              NONE,
              StayView::cyclic),
          row(
              "infused_drugs",
              "注射输液药品种数",
              "drugs injected or infused",
              "",
              PLAIN,
              v -> v.charges().infusedDrugs()),
          row(
              "acute_care",
              "吸氧监护重症项目种数",
              "items of oxygen, monitoring and intensive care",
              "",
              NONE,
              v -> v.charges().acuteCare()),
          row(
              "prior_stays_365d",
              "前365天住院次数",
              "stays in the 365 days before",
              "",
              NONE,
              v -> v.past().stays()),
          row(
              "prior_stays_here_365d",
              "前365天本院住院次数",
              "stays here in the 365 days before",
              "",
              NONE,
              v -> v.past().staysHere()),
          row(
              "prior_gap",
              "距上次出院天数",
              "days since the last discharge",
              "day",
              NONE,
              v -> v.past().gapDays()),
          row(
              "prior_visits_90d",
              "前90天门诊购药次数",
              "visits in the 90 days before",
              "",
              NONE,
              v -> v.past().visits()),
          row(
              "prior_fund_365d",
              "前365天基金支付",
              "paid by the fund in the 365 days before",
              "yuan",
              NONE,
              v -> v.yuan(v.past().fundFen())));

  private static StayFeature row(
      String name,
      String zh,
      String en,
      String unit,
      Comparison comparison,
      ToDoubleFunction<StayView> value) {
    return new StayFeature(new Column(name, zh, en, unit), comparison, value);
  }
}
