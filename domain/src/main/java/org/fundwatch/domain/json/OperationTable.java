package org.fundwatch.domain.json;

import java.util.List;
import org.fundwatch.domain.settlement.Operation;

/** An operation in {@code oprninfo}. */
final class OperationTable {

  static final FieldTable TABLE =
      new FieldTable(
          "oprninfo",
          List.of(
              Field.required("oprn_oprt_code", Types.OPERATION, "手术操作代码: code"),
              Field.optional("oprn_oprt_name", Types.C200, "手术操作名称: name"),
              Field.optional("oprn_oprt_type", Types.C6, "手术操作类别, 1 主要: main"),
              Field.optional("oprn_oprt_date", Types.DAY, "手术操作日期: epochDay"),
              Field.optional("oper_dr_code", Types.DOCTOR, "术者医师代码: surgeon"),
              Field.optional("anst_way", Types.C6, "麻醉方式: anaesthesia")));

  private static final int OPRN_OPRT_CODE = TABLE.require("oprn_oprt_code");
  private static final int OPRN_OPRT_NAME = TABLE.require("oprn_oprt_name");
  private static final int OPRN_OPRT_TYPE = TABLE.require("oprn_oprt_type");
  private static final int OPRN_OPRT_DATE = TABLE.require("oprn_oprt_date");
  private static final int OPER_DR_CODE = TABLE.require("oper_dr_code");
  private static final int ANST_WAY = TABLE.require("anst_way");

  private OperationTable() {}

  static Operation read(Values v) {
    return new Operation(
        v.text(OPRN_OPRT_CODE),
        v.text(OPRN_OPRT_NAME),
        v.text(OPRN_OPRT_TYPE).equals("1"),
        v.wholeOrNull(OPRN_OPRT_DATE),
        v.text(OPER_DR_CODE),
        v.text(ANST_WAY));
  }

  static Values write(Operation r) {
    Values v = new Values(TABLE);
    v.put(OPRN_OPRT_CODE, r.code());
    v.put(OPRN_OPRT_NAME, r.name());
    v.set(OPRN_OPRT_TYPE, r.main() ? "1" : "2");
    v.put(OPRN_OPRT_DATE, r.epochDay());
    v.put(OPER_DR_CODE, r.surgeon());
    v.put(ANST_WAY, r.anaesthesia());
    return v;
  }
}
