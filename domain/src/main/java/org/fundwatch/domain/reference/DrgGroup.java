package org.fundwatch.domain.reference;

/**
 * A payment group.
 *
 * @param code the ADRG and 1 (with MCC), 3 (with CC), 5 (without) or 9 (undivided)
 * @param name Chinese name
 * @param weightE4 relative weight in ten-thousandths; ours, no official weight
 */
public record DrgGroup(String code, String name, int weightE4) {}
