package org.fundwatch.domain.desk;

import org.fundwatch.domain.settlement.Institution;

/**
 * What a doctor's or institution's day keeps of one settlement.
 *
 * @param settlementId {@code setl_id}
 * @param encounterId {@code mdtrt_id}
 * @param person token of the person
 * @param institution where
 * @param doctor who signed, empty when unknown
 * @param medType {@code med_type}
 * @param insuranceType {@code insutype}
 * @param settledMillis {@code setl_time}
 * @param totalFen total charges
 * @param fundFen paid by the fund
 */
public record Visit(
    String settlementId,
    String encounterId,
    String person,
    Institution institution,
    String doctor,
    String medType,
    String insuranceType,
    long settledMillis,
    long totalFen,
    long fundFen) {}
