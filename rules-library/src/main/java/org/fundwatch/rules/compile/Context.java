package org.fundwatch.rules.compile;

/**
 * When and where a service was given: what decides which parameter values and knowledge rows hold.
 *
 * @param day of service, as days since 1970-01-01
 * @param region of the institution, six digits, empty when not known
 * @param level {@code hosp_lv}
 * @param insurance {@code insutype}
 */
public record Context(int day, String region, String level, String insurance) {}
