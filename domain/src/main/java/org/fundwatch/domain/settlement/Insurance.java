package org.fundwatch.domain.settlement;

/**
 * The insurance that pays.
 *
 * @param type {@code insutype}: 310 employees, 390 residents ...
 * @param region {@code insu_admdvs}: where the person is insured
 * @param clearingWay {@code clr_way}: by item, DRG, DIP ..., empty when not stated
 */
public record Insurance(String type, String region, String clearingWay) {}
