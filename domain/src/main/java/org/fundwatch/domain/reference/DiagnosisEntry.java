package org.fundwatch.domain.reference;

import java.util.Set;

/**
 * A diagnosis.
 *
 * @param code ICD-10, insurance edition 2.0
 * @param name Chinese name
 * @param english English name
 * @param limits who can have it
 * @param complication what it does to the payment group as a secondary diagnosis (our selection)
 * @param traits {@code low} (normally treated without admission), {@code chronic}, {@code cyclic}
 *     (a planned course of stays), {@code rehab}, {@code psychiatric}
 */
public record DiagnosisEntry(
    String code,
    String name,
    String english,
    Limits limits,
    Complication complication,
    Set<String> traits) {

  public DiagnosisEntry {
    traits = Set.copyOf(traits);
  }
}
