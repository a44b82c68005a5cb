package org.fundwatch.alertapi.triage;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertQuery;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.Candidates;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.fundwatch.alertapi.alert.TriageLog;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.domain.alert.AlertStatus;
import org.springframework.stereotype.Component;

/**
 * Gives each who asks the alert of the highest priority that nobody has. Two never get the same:
 * the taking is an entry of the alert's stream, and only one can follow the entry before. Whoever
 * loses a candidate tries the next one. Thread-safe.
 */
@Component
class TakeNext {
  private static final int SOME = 20;
  private static final int MOST = 1_000;
  private static final int ROUNDS = 50;

  private final Candidates candidates;
  private final TriageLog log;
  private final AlertStore alerts;
  private final TriageSettings settings;
  private final Clock clock;

  /**
   * Alerts that somebody takes through this process right now, which a search may still show as
   * free: not to be tried by anybody else. The journal decides all the same.
   */
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

  TakeNext(
      Candidates candidates,
      TriageLog log,
      AlertStore alerts,
      TriageSettings settings,
      Clock clock) {
    this.candidates = candidates;
    this.log = log;
    this.alerts = alerts;
    this.settings = settings;
    this.clock = clock;
  }

  /** The alert that is now the caller's to look at; empty when there is none. */
  Optional<AlertDocument> take(AlertQuery query, Caller caller) {
    for (int round = 0; round < ROUNDS; round++) {
      int most = Math.min(MOST, SOME + underWay.size());
      var found = candidates.find(query, caller, most, free(caller));
      for (var candidate : found) {
        var taken = tryToTake(candidate, caller);
        if (taken) {
          return Optional.of(alerts.find(candidate.alert().id(), caller));
        }
      }
      if (found.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean tryToTake(AlertDocument candidate, Caller caller) {
    var id = candidate.alert().id();
    if (underWay.putIfAbsent(id, candidate.triage().revision()) != null) {
      return false;
    }
    try {
      long until = clock.millis() + settings.takenFor().toMillis();
      log.changeOnce(candidate, TriageChange.until(until, Action.TAKEN, "", ""), caller.name());
      return true;
    } catch (ConflictException e) {
      // Through another process, or a moment ago and not to be found by search yet.
      return false;
    } finally {
      underWay.remove(id);
    }
  }

  /** Open alerts that nobody has, or that the caller was given and nobody looks at. */
  private Query free(Caller caller) {
    return Query.of(
        q ->
            q.bool(
                bool ->
                    bool.filter(
                            List.of(
                                term("alert.status", AlertStatus.OPEN.name()),
                                before("triage.takenUntil", clock.millis())))
                        .should(term("triage.state", "NEW"))
                        .should(
                            Query.of(
                                mine ->
                                    mine.bool(
                                        both ->
                                            both.filter(
                                                term("triage.state", "ASSIGNED"),
                                                term("triage.assignee", caller.name())))))
                        .minimumShouldMatch("1")));
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(term -> term.field(field).value(value)));
  }

  private static Query before(String field, long millis) {
    return Query.of(
        q -> q.range(range -> range.untyped(r -> r.field(field).lte(JsonData.of(millis)))));
  }
}
