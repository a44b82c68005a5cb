package org.fundwatch.domain.json;

import java.util.List;
import org.fundwatch.domain.settlement.TraceCode;

/** A drug pack in {@code drugtracinfo}, after transactions 3505 and 3506. */
final class TraceCodeTable {

  static final FieldTable TABLE =
      new FieldTable(
          "drugtracinfo",
          List.of(
              Field.required("drug_trac_codg", Types.TRACE_CODE, "药品追溯码: code"),
              Field.required("med_list_codg", Types.ITEM, "医疗目录编码: item"),
              Field.required("trdn_flag", Types.FLAG, "拆零标志: split"),
              Field.required("sel_retn_cnt", Types.COUNT, "销售或退货数量: countE4"),
              Field.required("sel_retn_time", Types.MOMENT, "销售或退货时间: soldMillis")));

  private static final int DRUG_TRAC_CODG = TABLE.require("drug_trac_codg");
  private static final int MED_LIST_CODG = TABLE.require("med_list_codg");
  private static final int TRDN_FLAG = TABLE.require("trdn_flag");
  private static final int SEL_RETN_CNT = TABLE.require("sel_retn_cnt");
  private static final int SEL_RETN_TIME = TABLE.require("sel_retn_time");

  private TraceCodeTable() {}

  /**
   * Reads a pack.
   *
   * @param returned whether the message takes packs back: some places then count them positive
   */
  static TraceCode read(Values v, boolean returned) {
    long count = v.number(SEL_RETN_CNT);
    return new TraceCode(
        v.text(DRUG_TRAC_CODG),
        v.text(MED_LIST_CODG),
        v.flag(TRDN_FLAG),
        returned ? -Math.abs(count) : count,
        v.number(SEL_RETN_TIME));
  }

  static Values write(TraceCode r) {
    Values v = new Values(TABLE);
    v.put(DRUG_TRAC_CODG, r.code());
    v.put(MED_LIST_CODG, r.item());
    v.set(TRDN_FLAG, r.split() ? 1 : 0);
    v.set(SEL_RETN_CNT, r.countE4());
    v.set(SEL_RETN_TIME, r.soldMillis());
    return v;
  }
}
