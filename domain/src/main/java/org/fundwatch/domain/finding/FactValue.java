package org.fundwatch.domain.finding;

/**
 * A fact that a finding rests on, frozen with its value.
 *
 * @param name the fact's name in the rule, such as {@code gap_days}
 * @param value its value as text
 * @param unit its unit (day, yuan, ...), empty for none
 */
public record FactValue(String name, String value, String unit) {}
