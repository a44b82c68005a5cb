package org.fundwatch.domain.alert;

/**
 * A value of a finding that an event changed.
 *
 * @param name a component of the finding, or {@code facts.} and the name of a fact
 * @param before its text before, empty where there was none
 * @param after its text since then, empty where there is none
 */
public record ValueChange(String name, String before, String after) {}
