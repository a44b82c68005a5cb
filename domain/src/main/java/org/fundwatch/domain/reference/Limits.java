package org.fundwatch.domain.reference;

import org.fundwatch.domain.settlement.Gender;

/**
 * Whom something can concern at all, such as a uterus or a newborn.
 *
 * @param gender the only gender, {@link Gender#UNKNOWN} for any
 * @param minAge youngest age in completed years
 * @param maxAge oldest age in completed years
 */
public record Limits(Gender gender, int minAge, int maxAge) {

  /** True for a person of this gender and age; an unknown gender is always allowed. */
  public boolean allow(Gender of, int age) {
    return age >= minAge
        && age <= maxAge
        && (gender == Gender.UNKNOWN || of == Gender.UNKNOWN || gender == of);
  }
}
