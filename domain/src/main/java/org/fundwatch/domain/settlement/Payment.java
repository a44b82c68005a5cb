package org.fundwatch.domain.settlement;

/**
 * What one fund paid.
 *
 * @param fund {@code fund_pay_type}
 * @param inScopeFen {@code inscp_scp_amt}
 * @param limitFen {@code crt_payb_lmt_amt}
 * @param paidFen {@code fund_payamt}
 */
public record Payment(String fund, long inScopeFen, long limitFen, long paidFen) {}
