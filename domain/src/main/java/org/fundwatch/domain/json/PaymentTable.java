package org.fundwatch.domain.json;

import java.util.List;
import org.fundwatch.domain.settlement.Payment;

/** A payment in {@code setldetail}. */
final class PaymentTable {

  static final FieldTable TABLE =
      new FieldTable(
          "setldetail",
          List.of(
              Field.required("fund_pay_type", Types.C6, "基金支付类型: fund"),
              Field.optional("inscp_scp_amt", Types.MONEY, "符合政策范围金额: inScopeFen"),
              Field.optional("crt_payb_lmt_amt", Types.MONEY, "本次可支付限额金额: limitFen"),
              Field.required("fund_payamt", Types.MONEY, "基金支付金额: paidFen")));

  private static final int FUND_PAY_TYPE = TABLE.require("fund_pay_type");
  private static final int INSCP_SCP_AMT = TABLE.require("inscp_scp_amt");
  private static final int CRT_PAYB_LMT_AMT = TABLE.require("crt_payb_lmt_amt");
  private static final int FUND_PAYAMT = TABLE.require("fund_payamt");

  private PaymentTable() {}

  static Payment read(Values v) {
    return new Payment(
        v.text(FUND_PAY_TYPE),
        v.number(INSCP_SCP_AMT),
        v.number(CRT_PAYB_LMT_AMT),
        v.number(FUND_PAYAMT));
  }

  static Values write(Payment r) {
    Values v = new Values(TABLE);
    v.put(FUND_PAY_TYPE, r.fund());
    v.putNonZero(INSCP_SCP_AMT, r.inScopeFen());
    v.putNonZero(CRT_PAYB_LMT_AMT, r.limitFen());
    v.set(FUND_PAYAMT, r.paidFen());
    return v;
  }
}
