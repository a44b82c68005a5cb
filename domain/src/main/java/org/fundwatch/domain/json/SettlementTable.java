package org.fundwatch.domain.json;

import java.util.List;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Diagnosis;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.settlement.Insurance;
import org.fundwatch.domain.settlement.Operation;
import org.fundwatch.domain.settlement.Payment;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.settlement.TraceCode;
import org.jspecify.annotations.Nullable;

/** {@code setlinfo}: the header of 2207 and 2304 with the stay details of 4101. */
final class SettlementTable {

  static final FieldTable TABLE =
      new FieldTable(
          "setlinfo",
          List.of(
              Field.required("mdtrt_id", Types.C30, "就诊ID: encounterId"),
              Field.required("setl_id", Types.C30, "结算ID: settlementId"),
              Field.optional("init_setl_id", Types.C30, "原结算ID: originalSettlementId"),
              Field.required("psn_no", Types.C30, "人员编号: person.id").personalData(),
              Field.optional("psn_name", Types.C50, "人员姓名: person.name").personalData(),
              Field.optional("psn_cert_type", Types.C6, "人员证件类型: person.certificateType"),
              Field.optional("certno", Types.C50, "证件号码: person.certificateNo").personalData(),
              Field.optional("gend", Types.C6, "性别 1 男 2 女: person.gender"),
              Field.optional("brdy", Types.DAY, "出生日期: person.birthEpochDay").personalData(),
              Field.optional("psn_type", Types.C6, "人员类别: person.type"),
              Field.required("fixmedins_code", Types.INSTITUTION, "定点医药机构编号: institution.code"),
              Field.optional("fixmedins_name", Types.C200, "定点医药机构名称: institution.name"),
              Field.optional("hosp_lv", Types.C6, "医院等级: institution.level"),
              Field.required("fix_blng_admdvs", Types.REGION, "定点归属医保区划: institution.region"),
              Field.required("insutype", Types.C6, "险种类型: insurance.type"),
              Field.optional("insu_admdvs", Types.REGION, "参保所属医保区划: insurance.region"),
              Field.optional("clr_way", Types.C6, "清算方式: insurance.clearingWay"),
              Field.required("med_type", Types.C6, "医疗类别: medType"),
              Field.required("setl_time", Types.MOMENT, "结算时间: settledMillis"),
              Field.optional("atddr_no", Types.DOCTOR, "医师编码: doctor"),
              Field.optional("mid_setl_flag", Types.FLAG, "中途结算标志: midStay"),
              Field.optional(
                  "refd_setl_flag", Types.FLAG, "退费结算标志: 1 reverses init_setl_id or itself"),
              Field.optional("vali_flag", Types.FLAG, "有效标志: 0 reverses the settlement itself"),
              Field.optional("code_set", Types.C30, "本系统: 外国编码体系名称, 国家编码时为空: codeSet"),
              Field.required("medfee_sumamt", Types.MONEY, "医疗费总额: amounts.totalFen"),
              Field.optional("fulamt_ownpay_amt", Types.MONEY, "全自费金额: amounts.ownPayFen"),
              Field.optional("overlmt_selfpay", Types.MONEY, "超限价自费: amounts.overLimitFen"),
              Field.optional("preselfpay_amt", Types.MONEY, "先行自付: amounts.prePayFen"),
              Field.optional("inscp_scp_amt", Types.MONEY, "符合政策范围: amounts.inScopeFen"),
              Field.optional("act_pay_dedc", Types.MONEY, "实际支付起付线: amounts.deductibleFen"),
              Field.optional("hifp_pay", Types.MONEY, "基本医保统筹支付: amounts.poolFen"),
              Field.required("fund_pay_sumamt", Types.MONEY, "基金支付总额: amounts.fundFen"),
              Field.optional("psn_part_amt", Types.MONEY, "个人负担总额: amounts.personFen"),
              Field.optional("acct_pay", Types.MONEY, "个人账户支付: amounts.accountFen"),
              Field.optional("acct_mulaid_pay", Types.MONEY, "账户共济支付: amounts.mutualFen"),
              Field.optional("psn_cash_pay", Types.MONEY, "现金支付: amounts.cashFen"),
              Field.optional("hosp_part_amt", Types.MONEY, "医院负担: amounts.hospitalFen"),
              Field.optional("adm_time", Types.MOMENT, "入院时间: stay.admissionMillis"),
              Field.optional("dscg_time", Types.MOMENT, "出院时间: stay.dischargeMillis"),
              Field.optional("act_ipt_days", Types.N3, "实际住院天数: stay.days"),
              Field.optional("adm_caty", Types.C30, "入院科别: stay.admissionDepartment"),
              Field.optional("dscg_caty", Types.C30, "出院科别: stay.dischargeDepartment"),
              Field.optional("adm_way", Types.C6, "入院途径: stay.admissionWay"),
              Field.optional("dscg_way", Types.C6, "离院方式: stay.dischargeWay"),
              Field.optional(
                  "days_rinp_flag_31", Types.C6, "出院31天内再住院计划标志, 2 有: stay.readmissionPlan"),
              Field.optional(
                  "days_rinp_pup_31", Types.C200, "出院31天内再住院目的: stay.readmissionPurpose"),
              Field.optional("vent_used_dura", Types.SPAN, "呼吸机使用时长 天/时/分: stay.ventilatorMinutes"),
              Field.optional("spga_nurscare_days", Types.N3, "特级护理天数: stay.specialNursingDays"),
              Field.optional("lv1_nurscare_days", Types.N3, "一级护理天数: stay.firstNursingDays"),
              Field.optional("scd_nurscare_days", Types.N3, "二级护理天数: stay.secondNursingDays"),
              Field.optional("lv3_nurscare_days", Types.N3, "三级护理天数: stay.thirdNursingDays"),
              Field.optional("nwb_age", Types.N3, "不足一周岁年龄(天): stay.newbornDays"),
              Field.optional("medcasno", Types.C40, "病案号: stay.recordNo")));

  private static final int MDTRT_ID = TABLE.require("mdtrt_id");
  private static final int SETL_ID = TABLE.require("setl_id");
  private static final int INIT_SETL_ID = TABLE.require("init_setl_id");
  private static final int PSN_NO = TABLE.require("psn_no");
  private static final int PSN_NAME = TABLE.require("psn_name");
  private static final int PSN_CERT_TYPE = TABLE.require("psn_cert_type");
  private static final int CERTNO = TABLE.require("certno");
  private static final int GEND = TABLE.require("gend");
  private static final int BRDY = TABLE.require("brdy");
  private static final int PSN_TYPE = TABLE.require("psn_type");
  private static final int FIXMEDINS_CODE = TABLE.require("fixmedins_code");
  private static final int FIXMEDINS_NAME = TABLE.require("fixmedins_name");
  private static final int HOSP_LV = TABLE.require("hosp_lv");
  private static final int FIX_BLNG_ADMDVS = TABLE.require("fix_blng_admdvs");
  private static final int INSUTYPE = TABLE.require("insutype");
  private static final int INSU_ADMDVS = TABLE.require("insu_admdvs");
  private static final int CLR_WAY = TABLE.require("clr_way");
  private static final int MED_TYPE = TABLE.require("med_type");
  private static final int SETL_TIME = TABLE.require("setl_time");
  private static final int ATDDR_NO = TABLE.require("atddr_no");
  private static final int MID_SETL_FLAG = TABLE.require("mid_setl_flag");
  private static final int REFD_SETL_FLAG = TABLE.require("refd_setl_flag");
  private static final int VALI_FLAG = TABLE.require("vali_flag");
  private static final int CODE_SET = TABLE.require("code_set");
  private static final int MEDFEE_SUMAMT = TABLE.require("medfee_sumamt");
  private static final int FULAMT_OWNPAY_AMT = TABLE.require("fulamt_ownpay_amt");
  private static final int OVERLMT_SELFPAY = TABLE.require("overlmt_selfpay");
  private static final int PRESELFPAY_AMT = TABLE.require("preselfpay_amt");
  private static final int INSCP_SCP_AMT = TABLE.require("inscp_scp_amt");
  private static final int ACT_PAY_DEDC = TABLE.require("act_pay_dedc");
  private static final int HIFP_PAY = TABLE.require("hifp_pay");
  private static final int FUND_PAY_SUMAMT = TABLE.require("fund_pay_sumamt");
  private static final int PSN_PART_AMT = TABLE.require("psn_part_amt");
  private static final int ACCT_PAY = TABLE.require("acct_pay");
  private static final int ACCT_MULAID_PAY = TABLE.require("acct_mulaid_pay");
  private static final int PSN_CASH_PAY = TABLE.require("psn_cash_pay");
  private static final int HOSP_PART_AMT = TABLE.require("hosp_part_amt");
  private static final int ADM_TIME = TABLE.require("adm_time");
  private static final int DSCG_TIME = TABLE.require("dscg_time");
  private static final int ACT_IPT_DAYS = TABLE.require("act_ipt_days");
  private static final int ADM_CATY = TABLE.require("adm_caty");
  private static final int DSCG_CATY = TABLE.require("dscg_caty");
  private static final int ADM_WAY = TABLE.require("adm_way");
  private static final int DSCG_WAY = TABLE.require("dscg_way");
  private static final int DAYS_RINP_FLAG_31 = TABLE.require("days_rinp_flag_31");
  private static final int DAYS_RINP_PUP_31 = TABLE.require("days_rinp_pup_31");
  private static final int VENT_USED_DURA = TABLE.require("vent_used_dura");
  private static final int SPGA_NURSCARE_DAYS = TABLE.require("spga_nurscare_days");
  private static final int LV1_NURSCARE_DAYS = TABLE.require("lv1_nurscare_days");
  private static final int SCD_NURSCARE_DAYS = TABLE.require("scd_nurscare_days");
  private static final int LV3_NURSCARE_DAYS = TABLE.require("lv3_nurscare_days");
  private static final int NWB_AGE = TABLE.require("nwb_age");
  private static final int MEDCASNO = TABLE.require("medcasno");

  private SettlementTable() {}

  /** True where the row is marked as the reversal of a settlement, or of itself, or as void. */
  static boolean isRed(Values v) {
    return v.flag(REFD_SETL_FLAG)
        || (v.has(VALI_FLAG) && !v.flag(VALI_FLAG))
        || (v.number(MEDFEE_SUMAMT) < 0 && v.has(INIT_SETL_ID));
  }

  /**
   * Reads a settlement.
   *
   * @param red whether the row reverses what it names. One that names nothing is the original
   *     itself, marked; unless its total is negative: then it reverses something, and does not say
   *     what
   */
  static Settlement read(
      Values v,
      boolean red,
      @Nullable Grouping grouping,
      List<Diagnosis> diagnoses,
      List<Operation> operations,
      List<FeeLine> lines,
      List<Payment> payments,
      List<TraceCode> traceCodes) {
    return new Settlement(
        v.text(SETL_ID),
        v.text(MDTRT_ID),
        red && !v.has(INIT_SETL_ID) && v.number(MEDFEE_SUMAMT) >= 0
            ? v.text(SETL_ID)
            : v.text(INIT_SETL_ID),
        person(v),
        new Institution(
            v.text(FIXMEDINS_CODE),
            v.text(FIXMEDINS_NAME),
            v.text(HOSP_LV),
            v.text(FIX_BLNG_ADMDVS)),
        new Insurance(v.text(INSUTYPE), v.text(INSU_ADMDVS), v.text(CLR_WAY)),
        v.text(MED_TYPE),
        v.number(SETL_TIME),
        v.text(ATDDR_NO),
        v.flag(MID_SETL_FLAG),
        v.text(CODE_SET),
        amounts(v),
        v.has(ADM_TIME) ? stay(v) : null,
        grouping,
        diagnoses,
        operations,
        lines,
        payments,
        traceCodes);
  }

  private static Person person(Values v) {
    return new Person(
        v.text(PSN_NO),
        v.text(PSN_NAME),
        v.text(PSN_CERT_TYPE),
        v.text(CERTNO),
        Gender.ofCode(v.text(GEND)),
        v.wholeOrNull(BRDY),
        v.text(PSN_TYPE));
  }

  private static Amounts amounts(Values v) {
    return new Amounts(
        v.number(MEDFEE_SUMAMT),
        v.number(FULAMT_OWNPAY_AMT),
        v.number(OVERLMT_SELFPAY),
        v.number(PRESELFPAY_AMT),
        v.number(INSCP_SCP_AMT),
        v.number(ACT_PAY_DEDC),
        v.number(HIFP_PAY),
        v.number(FUND_PAY_SUMAMT),
        v.number(PSN_PART_AMT),
        v.number(ACCT_PAY),
        v.number(ACCT_MULAID_PAY),
        v.number(PSN_CASH_PAY),
        v.number(HOSP_PART_AMT));
  }

  private static Stay stay(Values v) {
    return new Stay(
        v.number(ADM_TIME),
        v.numberOrNull(DSCG_TIME),
        v.whole(ACT_IPT_DAYS),
        v.text(ADM_CATY),
        v.text(DSCG_CATY),
        v.text(ADM_WAY),
        v.text(DSCG_WAY),
        v.text(DAYS_RINP_FLAG_31),
        v.text(DAYS_RINP_PUP_31),
        v.whole(VENT_USED_DURA),
        v.whole(SPGA_NURSCARE_DAYS),
        v.whole(LV1_NURSCARE_DAYS),
        v.whole(SCD_NURSCARE_DAYS),
        v.whole(LV3_NURSCARE_DAYS),
        v.whole(NWB_AGE),
        v.text(MEDCASNO));
  }

  static Values write(Settlement s, boolean red) {
    Values v = new Values(TABLE);
    Amounts a = s.amounts();
    v.put(MDTRT_ID, s.encounterId());
    v.put(SETL_ID, s.settlementId());
    v.put(INIT_SETL_ID, s.originalSettlementId());
    v.putNonZero(REFD_SETL_FLAG, red ? 1 : 0);
    v.put(PSN_NO, s.person().id());
    v.put(PSN_NAME, s.person().name());
    v.put(PSN_CERT_TYPE, s.person().certificateType());
    v.put(CERTNO, s.person().certificateNo());
    v.set(GEND, s.person().gender().code());
    v.put(BRDY, s.person().birthEpochDay());
    v.put(PSN_TYPE, s.person().type());
    v.put(FIXMEDINS_CODE, s.institution().code());
    v.put(FIXMEDINS_NAME, s.institution().name());
    v.put(HOSP_LV, s.institution().level());
    v.put(FIX_BLNG_ADMDVS, s.institution().region());
    v.put(INSUTYPE, s.insurance().type());
    v.put(INSU_ADMDVS, s.insurance().region());
    v.put(CLR_WAY, s.insurance().clearingWay());
    v.put(MED_TYPE, s.medType());
    v.set(SETL_TIME, s.settledMillis());
    v.put(ATDDR_NO, s.doctor());
    v.putNonZero(MID_SETL_FLAG, s.midStay() ? 1 : 0);
    v.put(CODE_SET, s.codeSet());
    v.set(MEDFEE_SUMAMT, a.totalFen());
    v.putNonZero(FULAMT_OWNPAY_AMT, a.ownPayFen());
    v.putNonZero(OVERLMT_SELFPAY, a.overLimitFen());
    v.putNonZero(PRESELFPAY_AMT, a.prePayFen());
    v.putNonZero(INSCP_SCP_AMT, a.inScopeFen());
    v.putNonZero(ACT_PAY_DEDC, a.deductibleFen());
    v.putNonZero(HIFP_PAY, a.poolFen());
    v.set(FUND_PAY_SUMAMT, a.fundFen());
    v.putNonZero(PSN_PART_AMT, a.personFen());
    v.putNonZero(ACCT_PAY, a.accountFen());
    v.putNonZero(ACCT_MULAID_PAY, a.mutualFen());
    v.putNonZero(PSN_CASH_PAY, a.cashFen());
    v.putNonZero(HOSP_PART_AMT, a.hospitalFen());
    if (s.stay() != null) {
      writeStay(s.stay(), v);
    }
    return v;
  }

  private static void writeStay(Stay stay, Values v) {
    v.set(ADM_TIME, stay.admissionMillis());
    v.put(DSCG_TIME, stay.dischargeMillis());
    v.set(ACT_IPT_DAYS, stay.days());
    v.put(ADM_CATY, stay.admissionDepartment());
    v.put(DSCG_CATY, stay.dischargeDepartment());
    v.put(ADM_WAY, stay.admissionWay());
    v.put(DSCG_WAY, stay.dischargeWay());
    v.put(DAYS_RINP_FLAG_31, stay.readmissionPlan());
    v.put(DAYS_RINP_PUP_31, stay.readmissionPurpose());
    v.putNonZero(VENT_USED_DURA, stay.ventilatorMinutes());
    v.putNonZero(SPGA_NURSCARE_DAYS, stay.specialNursingDays());
    v.putNonZero(LV1_NURSCARE_DAYS, stay.firstNursingDays());
    v.putNonZero(SCD_NURSCARE_DAYS, stay.secondNursingDays());
    v.putNonZero(LV3_NURSCARE_DAYS, stay.thirdNursingDays());
    v.putNonZero(NWB_AGE, stay.newbornDays());
    v.put(MEDCASNO, stay.recordNo());
  }
}
