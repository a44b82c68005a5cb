package org.fundwatch.domain.reference;

/**
 * A level of hospitals.
 *
 * @param code {@code hosp_lv}
 * @param name Chinese name
 * @param tier 3 (highest), 2 or 1
 * @param baseRateFen payment for a stay of weight 1, in fen; ours, no official rate
 */
public record HospitalLevel(String code, String name, int tier, long baseRateFen) {}
