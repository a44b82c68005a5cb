package org.fundwatch.alertapi.suppression;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.Candidates;
import org.fundwatch.alertapi.alert.Triage;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.alert.TriageEvent;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.fundwatch.alertapi.alert.TriageLog;
import org.fundwatch.alertapi.alert.TriageState;
import org.fundwatch.alertapi.register.Register;
import org.fundwatch.alertapi.register.Registered;
import org.fundwatch.alertapi.register.Registers;
import org.fundwatch.alertapi.register.SeededShare;
import org.fundwatch.domain.time.ShanghaiTime;
import org.springframework.stereotype.Component;

/**
 * Does what time and suppressions bring about: puts alerts aside, brings them back, wakes those
 * whose day has come. Each is an entry of the alert's stream, so that several processes may do it
 * at once, and every alert tells why it is where it is. Thread-safe.
 */
@Component
class Sweep {
  private static final int AT_ONCE = 500;

  private final Register<Suppression> suppressions;
  private final Candidates candidates;
  private final TriageLog log;
  private final Clock clock;

  Sweep(Registers registers, Candidates candidates, TriageLog log, Clock clock) {
    this.suppressions = registers.of("suppression", Suppression.class);
    this.candidates = candidates;
    this.log = log;
    this.clock = clock;
  }

  Register<Suppression> suppressions() {
    return suppressions;
  }

  /** Brings everything up to date. */
  void run() {
    long now = clock.millis();
    var today = LocalDate.ofEpochDay(ShanghaiTime.epochDay(now));
    var holding =
        suppressions.openOnes().stream().filter(one -> one.content().holdsOn(today)).toList();
    each(
        SuppressionQueries.noLonger(holding.stream().map(Registered::id).toList()),
        triage -> back(triage, "ended"));
    for (var one : holding) {
      each(
          SuppressionQueries.sayingMore(one.id(), one.content()),
          triage -> back(triage, "other rules speak of it"));
      apply(one);
    }
    each(
        SuppressionQueries.toWake(now),
        triage ->
            triage.state() == TriageState.SNOOZED && triage.snoozedUntil() <= now
                ? Optional.of(TriageChange.of(Action.WOKEN, "", ""))
                : Optional.empty());
  }

  /** Puts aside what a suppression concerns, but for the sample. */
  void apply(Registered<Suppression> one) {
    var queries = SuppressionQueries.toPutAside(one.id(), one.content(), clock.millis());
    eachDocument(queries, document -> aside(document, one));
  }

  private Optional<TriageChange> aside(AlertDocument document, Registered<Suppression> one) {
    var triage = document.triage();
    boolean waits = triage.state() == TriageState.NEW || triage.state() == TriageState.ASSIGNED;
    boolean known =
        triage.events().stream()
            .anyMatch(event -> event.action() == Action.SAMPLED && isBy(event, one));
    if (!waits || known || triage.takenFrom("", clock.millis())) {
      return Optional.empty();
    }
    boolean sample =
        SeededShare.draws(one.id(), document.alert().id(), one.content().sampleShare());
    var action = sample ? Action.SAMPLED : Action.SUPPRESSED;
    return Optional.of(TriageChange.of(action, one.id(), one.content().reason()));
  }

  private static boolean isBy(TriageEvent event, Registered<Suppression> one) {
    return event.detail().equals(one.id());
  }

  private static Optional<TriageChange> back(Triage triage, String reason) {
    return triage.state() == TriageState.SUPPRESSED
        ? Optional.of(TriageChange.of(Action.UNSUPPRESSED, triage.suppression(), reason))
        : Optional.empty();
  }

  private void each(List<Query> queries, Function<Triage, Optional<TriageChange>> change) {
    eachDocument(queries, document -> change.apply(document.triage()));
  }

  /** Until nothing is found any more, or nothing of what is found wants to be changed. */
  private void eachDocument(
      List<Query> queries, Function<AlertDocument, Optional<TriageChange>> change) {
    long changed;
    do {
      var before = candidates.find(queries, AT_ONCE);
      var revisions =
          before.stream()
              .collect(Collectors.toMap(one -> one.alert().id(), one -> one.triage().revision()));
      changed =
          revisions.isEmpty()
              ? 0
              : log.changeAll(revisions.keySet(), TriageEvent.SYSTEM, change).stream()
                  .filter(one -> one.revision() > revisions.getOrDefault(one.alertId(), 0))
                  .count();
    } while (changed > 0);
  }
}
