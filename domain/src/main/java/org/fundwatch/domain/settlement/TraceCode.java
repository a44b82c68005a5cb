package org.fundwatch.domain.settlement;

/**
 * The traceability code of a drug pack handed out (3505) or taken back (3506).
 *
 * @param code {@code drug_trac_codg}
 * @param item {@code med_list_codg}
 * @param split {@code trdn_flag}: the pack was opened and sold in parts
 * @param countE4 {@code sel_retn_cnt} in ten-thousandths; negative when taken back
 * @param soldMillis {@code sel_retn_time}, epoch milliseconds
 */
public record TraceCode(String code, String item, boolean split, long countE4, long soldMillis) {}
