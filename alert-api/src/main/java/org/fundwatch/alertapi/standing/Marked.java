package org.fundwatch.alertapi.standing;

import java.time.LocalDate;

/** What a mark is about: the feature's own record, fixed when it is proposed. */
public interface Marked {
  /** Against whom. */
  Holder holder();

  /** {@code fixmedins_code} of the institution that it happened at, empty for none. */
  String institution();

  /** Administrative division that it belongs to. */
  String region();

  /** The first day on which it counts. */
  LocalDate day();

  /** The last day on which it counts. */
  LocalDate until();

  /** How much it counts: points, or what it takes from a credit score. */
  int weight();

  /** The case that it rests on, empty for none. */
  String caseId();
}
