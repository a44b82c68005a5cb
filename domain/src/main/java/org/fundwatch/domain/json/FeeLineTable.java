package org.fundwatch.domain.json;

import java.util.List;
import org.fundwatch.domain.settlement.FeeLine;

/** A fee line in {@code feedetail}. */
final class FeeLineTable {

  static final FieldTable TABLE =
      new FieldTable(
          "feedetail",
          List.of(
              Field.required("feedetl_sn", Types.C30, "费用明细流水号: id"),
              Field.optional("init_feedetl_sn", Types.C30, "原费用流水号: originalId"),
              Field.required("fee_ocur_time", Types.MOMENT, "费用发生时间: occurredMillis"),
              Field.required("med_list_codg", Types.ITEM, "医疗目录编码: item"),
              Field.optional("medins_list_name", Types.C200, "医药机构目录名称: name"),
              Field.optional("medins_list_codg", Types.C150, "医药机构目录编码: localItem"),
              Field.optional("med_chrgitm_type", Types.C6, "医疗收费项目类别: category"),
              Field.optional("chrgitm_lv", Types.C6, "收费项目等级: payClass"),
              Field.required("det_item_fee_sumamt", Types.MONEY, "明细项目费用总额: amountFen"),
              Field.required("cnt", Types.COUNT, "数量: countE4"),
              Field.required("pric", Types.PRICE, "单价: priceE6"),
              Field.optional("pric_uplmt_amt", Types.PRICE, "定价上限金额: priceLimitE6"),
              Field.optional("inscp_scp_amt", Types.MONEY, "符合政策范围金额: inScopeFen"),
              Field.optional("fulamt_ownpay_amt", Types.MONEY, "全自费金额: ownPayFen"),
              Field.optional("prd_days", Types.DAYS2, "周期天数: supplyDaysE2"),
              Field.optional("bilg_dept_codg", Types.C30, "开单科室编码: department"),
              Field.optional("bilg_dr_codg", Types.DOCTOR, "开单医师代码: doctor"),
              Field.optional("rxno", Types.C40, "处方号: prescription"),
              Field.optional("dscg_tkdrug_flag", Types.FLAG, "出院带药标志: takeHome"),
              Field.optional("etip_flag", Types.FLAG, "外检标志: examinedElsewhere")));

  private static final int FEEDETL_SN = TABLE.require("feedetl_sn");
  private static final int INIT_FEEDETL_SN = TABLE.require("init_feedetl_sn");
  private static final int FEE_OCUR_TIME = TABLE.require("fee_ocur_time");
  private static final int MED_LIST_CODG = TABLE.require("med_list_codg");
  private static final int MEDINS_LIST_NAME = TABLE.require("medins_list_name");
  private static final int MEDINS_LIST_CODG = TABLE.require("medins_list_codg");
  private static final int MED_CHRGITM_TYPE = TABLE.require("med_chrgitm_type");
  private static final int CHRGITM_LV = TABLE.require("chrgitm_lv");
  private static final int DET_ITEM_FEE_SUMAMT = TABLE.require("det_item_fee_sumamt");
  private static final int CNT = TABLE.require("cnt");
  private static final int PRIC = TABLE.require("pric");
  private static final int PRIC_UPLMT_AMT = TABLE.require("pric_uplmt_amt");
  private static final int INSCP_SCP_AMT = TABLE.require("inscp_scp_amt");
  private static final int FULAMT_OWNPAY_AMT = TABLE.require("fulamt_ownpay_amt");
  private static final int PRD_DAYS = TABLE.require("prd_days");
  private static final int BILG_DEPT_CODG = TABLE.require("bilg_dept_codg");
  private static final int BILG_DR_CODG = TABLE.require("bilg_dr_codg");
  private static final int RXNO = TABLE.require("rxno");
  private static final int DSCG_TKDRUG_FLAG = TABLE.require("dscg_tkdrug_flag");
  private static final int ETIP_FLAG = TABLE.require("etip_flag");

  private FeeLineTable() {}

  static FeeLine read(Values v) {
    // Some places send refunds with positive amounts: the line that it points at tells a refund.
    boolean refund = !v.text(INIT_FEEDETL_SN).isEmpty();
    return new FeeLine(
        v.text(FEEDETL_SN),
        v.text(INIT_FEEDETL_SN),
        v.number(FEE_OCUR_TIME),
        v.text(MED_LIST_CODG),
        v.text(MEDINS_LIST_NAME),
        v.text(MEDINS_LIST_CODG),
        v.text(MED_CHRGITM_TYPE),
        v.text(CHRGITM_LV),
        signed(v.number(DET_ITEM_FEE_SUMAMT), refund),
        signed(v.number(CNT), refund),
        v.number(PRIC),
        v.number(PRIC_UPLMT_AMT),
        signed(v.number(INSCP_SCP_AMT), refund),
        signed(v.number(FULAMT_OWNPAY_AMT), refund),
        Math.abs(v.whole(PRD_DAYS)),
        v.text(BILG_DEPT_CODG),
        v.text(BILG_DR_CODG),
        v.text(RXNO),
        v.flag(DSCG_TKDRUG_FLAG),
        v.flag(ETIP_FLAG));
  }

  private static long signed(long value, boolean refund) {
    return refund ? -Math.abs(value) : value;
  }

  static Values write(FeeLine r) {
    Values v = new Values(TABLE);
    v.put(FEEDETL_SN, r.id());
    v.put(INIT_FEEDETL_SN, r.originalId());
    v.set(FEE_OCUR_TIME, r.occurredMillis());
    v.put(MED_LIST_CODG, r.item());
    v.put(MEDINS_LIST_NAME, r.name());
    v.put(MEDINS_LIST_CODG, r.localItem());
    v.put(MED_CHRGITM_TYPE, r.category());
    v.put(CHRGITM_LV, r.payClass());
    v.set(DET_ITEM_FEE_SUMAMT, r.amountFen());
    v.set(CNT, r.countE4());
    v.set(PRIC, r.priceE6());
    v.putNonZero(PRIC_UPLMT_AMT, r.priceLimitE6());
    v.putNonZero(INSCP_SCP_AMT, r.inScopeFen());
    v.putNonZero(FULAMT_OWNPAY_AMT, r.ownPayFen());
    v.putNonZero(PRD_DAYS, r.supplyDaysE2());
    v.put(BILG_DEPT_CODG, r.department());
    v.put(BILG_DR_CODG, r.doctor());
    v.put(RXNO, r.prescription());
    v.putNonZero(DSCG_TKDRUG_FLAG, r.takeHome() ? 1 : 0);
    v.putNonZero(ETIP_FLAG, r.examinedElsewhere() ? 1 : 0);
    return v;
  }
}
