package org.fundwatch.domain.settlement;

/**
 * The result of grouping a stay for payment.
 *
 * @param system DRG or DIP
 * @param code the group
 * @param weightE4 relative weight in ten-thousandths
 * @param standardFen the local payment standard of the group
 */
public record Grouping(String system, String code, int weightE4, long standardFen) {}
