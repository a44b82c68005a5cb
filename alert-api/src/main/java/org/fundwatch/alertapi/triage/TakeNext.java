package org.fundwatch.alertapi.triage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertQuery;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.Candidates;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.fundwatch.alertapi.alert.TriageLog;
import org.fundwatch.alertapi.alert.TriageLog.Found;
import org.fundwatch.alertapi.alert.TriageState;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Regions;
import org.fundwatch.alertapi.triage.Together.Asked;
import org.fundwatch.domain.alert.AlertStatus;
import org.springframework.stereotype.Component;

/**
 * Gives each who asks the alert of the highest priority that nobody has. Two never get the same:
 * the taking is an entry of the alert's stream, and only one can follow the entry before. Who asks
 * while others are served is served with all who came meanwhile: fifty inspectors who begin their
 * day at the same moment share the searches and the writes. Thread-safe.
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
  private final Together<Wish, Optional<AlertDocument>> together = new Together<>(this::serve);

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

  private record Wish(AlertQuery query, Caller caller) {
    Crowd crowd() {
      return new Crowd(query, caller.reach());
    }

    /** True for what is free for all, or was given to this caller. */
    boolean suits(AlertDocument candidate) {
      return candidate.triage().state() == TriageState.NEW
          || candidate.triage().assignee().equals(caller.name());
    }
  }

  /** Those who look for the same, where they work. */
  private record Crowd(AlertQuery query, Regions reach) {}

  private record Given(Asked<Wish, Optional<AlertDocument>> to, AlertDocument candidate) {}

  /** The alert that is now the caller's to look at; empty when there is none. */
  Optional<AlertDocument> take(AlertQuery query, Caller caller) {
    return together.ask(new Wish(query, caller));
  }

  private void serve(List<Asked<Wish, Optional<AlertDocument>>> lot) {
    // A search may not show yet that these are taken.
    var taken = new HashSet<String>();
    var left = lot;
    for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
      left = serve(left, taken);
    }
    left.forEach(one -> one.answer(Optional.empty()));
  }

  /** One round; answers those whose candidate somebody else was faster to take. */
  private List<Asked<Wish, Optional<AlertDocument>>> serve(
      List<Asked<Wish, Optional<AlertDocument>>> lot, Set<String> taken) {
    var crowds =
        lot.stream().collect(groupingBy(one -> one.what().crowd(), LinkedHashMap::new, toList()));
    int most = Math.min(MOST, SOME + lot.size() + taken.size());
    var questions = new ArrayList<List<Query>>();
    crowds.forEach((crowd, asked) -> questions.add(free(crowd, asked)));
    var found = candidates.findAll(questions, most).iterator();
    var again = new ArrayList<Asked<Wish, Optional<AlertDocument>>>();
    var given = new LinkedHashMap<String, Given>();
    for (var crowd : crowds.values()) {
      var free = found.next();
      for (var one : crowd) {
        free.stream()
            .filter(candidate -> one.what().suits(candidate))
            .filter(candidate -> !taken.contains(candidate.alert().id()))
            .filter(candidate -> !given.containsKey(candidate.alert().id()))
            .findFirst()
            .ifPresentOrElse(
                candidate -> given.put(candidate.alert().id(), new Given(one, candidate)),
                () -> {
                  one.answer(Optional.empty());
                  if (free.size() == most) {
                    again.add(one);
                  }
                });
      }
    }
    again.addAll(take(given, taken));
    return again;
  }

  /** Writes down who takes what; answers those that came too late. */
  private List<Asked<Wish, Optional<AlertDocument>>> take(
      Map<String, Given> given, Set<String> taken) {
    long until = clock.millis() + settings.takenFor().toMillis();
    var take = TriageChange.until(until, Action.TAKEN, "", "");
    var done =
        log.changeAllOnce(
            given.values().stream()
                .map(one -> new Found(one.candidate(), take, one.to().what().caller().name()))
                .toList());
    taken.addAll(done);
    var whole = alerts.findWhole(done);
    var late = new ArrayList<Asked<Wish, Optional<AlertDocument>>>();
    given.forEach(
        (id, one) -> {
          if (done.contains(id)) {
            one.to().answer(Optional.ofNullable(whole.get(id)));
          } else {
            late.add(one.to());
          }
        });
    return late;
  }

  /** Open alerts that nobody has, or that one of the crowd was given and nobody looks at. */
  private List<Query> free(Crowd crowd, List<Asked<Wish, Optional<AlertDocument>>> asked) {
    var names = asked.stream().map(one -> one.what().caller().name()).distinct().toList();
    return Candidates.filters(
        crowd.query(),
        crowd.reach(),
        anyOf("alert.status", List.of(AlertStatus.OPEN.name())),
        before("triage.takenUntil", clock.millis()),
        Query.of(
            q ->
                q.bool(
                    bool ->
                        bool.should(state(TriageState.NEW))
                            .should(
                                Query.of(
                                    theirs ->
                                        theirs.bool(
                                            both ->
                                                both.filter(
                                                    state(TriageState.ASSIGNED),
                                                    anyOf("triage.assignee", names)))))
                            .minimumShouldMatch("1"))));
  }

  private static Query state(TriageState state) {
    return anyOf("triage.state", List.of(state.name()));
  }

  private static Query anyOf(String field, List<String> values) {
    var any = values.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(terms -> terms.field(field).terms(t -> t.value(any))));
  }

  private static Query before(String field, long millis) {
    return Query.of(
        q -> q.range(range -> range.untyped(r -> r.field(field).lte(JsonData.of(millis)))));
  }
}
