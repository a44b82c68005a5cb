package org.fundwatch.domain.reference;

import java.util.Set;

/**
 * An operation or procedure.
 *
 * @param code ICD-9-CM-3, insurance edition 2.0
 * @param name Chinese name
 * @param english English name
 * @param surgery true for an operation, false for a procedure
 * @param limits who can have it
 * @param traits {@code sided} (done on one side at a time), {@code staged} (done in planned
 *     sessions)
 * @param item code of the charged item
 */
public record OperationEntry(
    String code,
    String name,
    String english,
    boolean surgery,
    Limits limits,
    Set<String> traits,
    String item) {

  public OperationEntry {
    traits = Set.copyOf(traits);
  }
}
