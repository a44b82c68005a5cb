package org.fundwatch.domain.settlement;

/**
 * The totals of a settlement, all in fen; negative only on a reversal.
 *
 * @param totalFen {@code medfee_sumamt}
 * @param ownPayFen {@code fulamt_ownpay_amt}
 * @param overLimitFen {@code overlmt_selfpay}
 * @param prePayFen {@code preselfpay_amt}
 * @param inScopeFen {@code inscp_scp_amt}
 * @param deductibleFen {@code act_pay_dedc}
 * @param poolFen {@code hifp_pay}
 * @param fundFen {@code fund_pay_sumamt}
 * @param personFen {@code psn_part_amt}
 * @param accountFen {@code acct_pay}
 * @param mutualFen {@code acct_mulaid_pay}
 * @param cashFen {@code psn_cash_pay}
 * @param hospitalFen {@code hosp_part_amt}
 */
public record Amounts(
    long totalFen,
    long ownPayFen,
    long overLimitFen,
    long prePayFen,
    long inScopeFen,
    long deductibleFen,
    long poolFen,
    long fundFen,
    long personFen,
    long accountFen,
    long mutualFen,
    long cashFen,
    long hospitalFen) {

  /** Nothing charged, nothing paid. */
  public static final Amounts ZERO = new Amounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The sums of both, for an encounter settled in parts. */
  public Amounts plus(Amounts other) {
    return new Amounts(
        totalFen + other.totalFen,
        ownPayFen + other.ownPayFen,
        overLimitFen + other.overLimitFen,
        prePayFen + other.prePayFen,
        inScopeFen + other.inScopeFen,
        deductibleFen + other.deductibleFen,
        poolFen + other.poolFen,
        fundFen + other.fundFen,
        personFen + other.personFen,
        accountFen + other.accountFen,
        mutualFen + other.mutualFen,
        cashFen + other.cashFen,
        hospitalFen + other.hospitalFen);
  }
}
