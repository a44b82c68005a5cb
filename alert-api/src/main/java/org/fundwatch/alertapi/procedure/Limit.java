package org.fundwatch.alertapi.procedure;

import static org.fundwatch.alertapi.procedure.State.*;

import java.util.Optional;
import java.util.Set;
import org.fundwatch.alertapi.procedure.term.TermKey;
import org.jspecify.annotations.Nullable;

/** A clock: it starts when a case comes into one of its states and ends when it leaves them. */
public enum Limit {
  PRECHECK(TermKey.PRECHECK, null, State.PRECHECK),
  VERIFY(TermKey.VERIFY, TermKey.VERIFY_EXTENSION, State.VERIFY, FILING_DECISION),
  CASE(
      TermKey.CASE,
      TermKey.CASE_EXTENSION,
      FILED,
      INVESTIGATION,
      LEGAL_REVIEW,
      PRE_NOTICE,
      State.STATEMENT,
      HEARING),
  STATEMENT(TermKey.STATEMENT, null, State.STATEMENT),
  SERVICE(TermKey.SERVICE, null, DECISION),
  PAYMENT(TermKey.PAYMENT, null, SERVED, EXECUTION),
  RECONSIDERATION(TermKey.RECONSIDERATION, null, SERVED, EXECUTION),
  LITIGATION(TermKey.LITIGATION, null, SERVED, EXECUTION),
  POLICE_DECISION(TermKey.POLICE_DECISION, null, POLICE_PROPOSED),
  POLICE_TRANSFER(TermKey.POLICE_TRANSFER, null, POLICE_APPROVED),
  POLICE_ANSWER(TermKey.POLICE_ANSWER, null, POLICE_SENT);

  private final TermKey key;
  private final @Nullable TermKey extension;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<State> states;

  Limit(TermKey key, @Nullable TermKey extension, State... states) {
    this.key = key;
    this.extension = extension;
    this.states = Set.of(states);
  }

  /** Under which its length is configured. */
  public TermKey key() {
    return key;
  }

  /** Under which the length of an extension is configured, if there can be one. */
  public Optional<TermKey> extension() {
    return Optional.ofNullable(extension);
  }

  /** While which it runs; all of one track. */
  public Set<State> states() {
    return states;
  }

  /** True when extensions beyond the first are possible, after a collective discussion. */
  boolean extendsFurther() {
    return this == CASE;
  }

  /**
   * True for time that the other side has from the decision: our pauses do not stop it, and when
   * its last day is a day off it lasts until the next working day.
   */
  public boolean isOfOtherSide() {
    return this == PAYMENT || isForRemedy();
  }

  /** True for the time to seek a remedy: it is over once one is sought. */
  boolean isForRemedy() {
    return this == RECONSIDERATION || this == LITIGATION;
  }

  /** True when pauses of the main track stop it. */
  boolean pauses() {
    return track() == Track.MAIN && !isOfOtherSide();
  }

  Track track() {
    return states.iterator().next().track();
  }
}
