package org.fundwatch.domain.settlement;

/**
 * A fee line. A negative count refunds the line {@code originalId}.
 *
 * @param id {@code feedetl_sn}, unique within one encounter only
 * @param originalId {@code init_feedetl_sn}, empty unless a refund
 * @param occurredMillis {@code fee_ocur_time}, epoch milliseconds
 * @param item {@code med_list_codg}, the national code
 * @param name {@code medins_list_name}
 * @param localItem {@code medins_list_codg}, the institution's own code
 * @param category {@code med_chrgitm_type}: 01 bed ... 14 other
 * @param payClass {@code chrgitm_lv}: 01 A, 02 B, 03 self-paid
 * @param amountFen {@code det_item_fee_sumamt}
 * @param countE4 {@code cnt} in ten-thousandths
 * @param priceE6 {@code pric} in millionths of a yuan
 * @param priceLimitE6 {@code pric_uplmt_amt} in millionths of a yuan, 0 when none is stated
 * @param inScopeFen {@code inscp_scp_amt}
 * @param ownPayFen {@code fulamt_ownpay_amt}
 * @param supplyDaysE2 {@code prd_days} in hundredths of a day, 0 when not stated
 * @param department {@code bilg_dept_codg}
 * @param doctor {@code bilg_dr_codg}
 * @param prescription {@code rxno}
 * @param takeHome {@code dscg_tkdrug_flag}: drugs taken home at discharge
 * @param examinedElsewhere {@code etip_flag}
 */
public record FeeLine(
    String id,
    String originalId,
    long occurredMillis,
    String item,
    String name,
    String localItem,
    String category,
    String payClass,
    long amountFen,
    long countE4,
    long priceE6,
    long priceLimitE6,
    long inScopeFen,
    long ownPayFen,
    int supplyDaysE2,
    String department,
    String doctor,
    String prescription,
    boolean takeHome,
    boolean examinedElsewhere) {}
