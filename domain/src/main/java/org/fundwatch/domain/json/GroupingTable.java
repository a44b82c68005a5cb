package org.fundwatch.domain.json;

import java.util.List;
import org.fundwatch.domain.settlement.Grouping;

/** The grouping result in {@code drginfo}, an object of ours: the interface has none. */
final class GroupingTable {

  static final FieldTable TABLE =
      new FieldTable(
          "drginfo",
          List.of(
              Field.required("grp_sys", Types.C6, "分组体系 DRG 或 DIP: system"),
              Field.required("grp_code", Types.C50, "病组编码: code"),
              Field.required("grp_wt", Types.COUNT, "权重或分值: weightE4"),
              Field.optional("grp_std_amt", Types.MONEY, "病组支付标准: standardFen")));

  private static final int GRP_SYS = TABLE.require("grp_sys");
  private static final int GRP_CODE = TABLE.require("grp_code");
  private static final int GRP_WT = TABLE.require("grp_wt");
  private static final int GRP_STD_AMT = TABLE.require("grp_std_amt");

  private GroupingTable() {}

  static Grouping read(Values v) {
    return new Grouping(v.text(GRP_SYS), v.text(GRP_CODE), v.whole(GRP_WT), v.number(GRP_STD_AMT));
  }

  static Values write(Grouping r) {
    Values v = new Values(TABLE);
    v.put(GRP_SYS, r.system());
    v.put(GRP_CODE, r.code());
    v.set(GRP_WT, r.weightE4());
    v.putNonZero(GRP_STD_AMT, r.standardFen());
    return v;
  }
}
