package org.fundwatch.domain.settlement;

import org.jspecify.annotations.Nullable;

/**
 * The insured person.
 *
 * @param id {@code psn_no}; after intake a token
 * @param name {@code psn_name}; empty after intake
 * @param certificateType {@code psn_cert_type}; empty after intake
 * @param certificateNo {@code certno}; empty after intake
 * @param gender {@code gend}
 * @param birthEpochDay {@code brdy} as days since 1970-01-01, null when not stated
 * @param type {@code psn_type}
 */
public record Person(
    String id,
    String name,
    String certificateType,
    String certificateNo,
    Gender gender,
    @Nullable Integer birthEpochDay,
    String type) {

  /** The person known by a token alone. */
  public Person withToken(String token) {
    return new Person(token, "", "", "", gender, birthEpochDay, type);
  }

  /** Without any value: a record's text must not end up in a log. */
  @Override
  public String toString() {
    return "Person[...]";
  }
}
