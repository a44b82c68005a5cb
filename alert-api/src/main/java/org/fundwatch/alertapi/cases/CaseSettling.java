package org.fundwatch.alertapi.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundwatch.alertapi.alert.Acted;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.alert.TriageLog;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.procedure.Account;
import org.fundwatch.alertapi.procedure.CaseAction;
import org.fundwatch.alertapi.procedure.Grouping;
import org.fundwatch.alertapi.procedure.Grouping.AlertsAdded;
import org.fundwatch.alertapi.procedure.Grouping.AlertsElsewhere;
import org.fundwatch.alertapi.procedure.Grouping.AlertsLeft;
import org.fundwatch.alertapi.procedure.Grouping.CaseReceived;
import org.fundwatch.alertapi.procedure.Grouping.MergedInto;
import org.fundwatch.alertapi.procedure.Handling.Opened;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.fundwatch.domain.alert.Alert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the other streams say what an entry of a case means for them: the case that alerts were split
 * off into, the one that it was merged into, and the alerts themselves. The entry decides; what
 * follows is done after it, by its writer or, when that one died, by the relay, as often as it
 * takes. Thread-safe.
 */
@Component
final class CaseSettling {
  private static final Logger LOG = LoggerFactory.getLogger(CaseSettling.class);

  private final CaseStore store;
  private final TriageLog alerts;
  private final Snapshots snapshots;
  private final Indices indices;

  CaseSettling(CaseStore store, TriageLog alerts, Snapshots snapshots, Indices indices) {
    this.store = store;
    this.alerts = alerts;
    this.snapshots = snapshots;
    this.indices = indices;
  }

  /**
   * Does what follows from the entries of a case.
   *
   * @param after sequence up to which it has been done before
   */
  void settle(CaseHistory history, int after) {
    // What comes back from the topics was settled before it was put there.
    if (indices.filling() || history.events().stream().noneMatch(event -> moves(event, after))) {
      return;
    }
    for (var event : history.events()) {
      if (event.sequence() > after) {
        if (event.action() instanceof AlertsLeft left && !left.into().isEmpty()) {
          open(history.id(), event, left);
        } else if (event.action() instanceof MergedInto merged) {
          handOver(history.id(), event, merged);
        }
      }
    }
    var elsewhere = settleAlerts(history, after);
    // Somebody may have let go meanwhile of what was taken here on the word of an older entry.
    var now = CaseHistory.of(history.id(), store.entries(history.id()));
    if (now.last().sequence() > history.last().sequence()) {
      settle(now, after);
    } else if (!elsewhere.isEmpty()) {
      leave(history, elsewhere, after);
    }
  }

  private static boolean moves(CaseEvent event, int after) {
    return event.sequence() > after
        && (event.action() instanceof Grouping || event.action() instanceof Opened);
  }

  /** Its number is the split case's own: nobody else opens it. */
  private void open(String id, CaseEvent event, AlertsLeft left) {
    var opened =
        new Opened(
            left.title(),
            left.region(),
            left.institution(),
            left.alerts().stream().map(Snapshot::alertId).toList(),
            left.suspectedFen(),
            left.alerts(),
            id);
    if (!store.openIfFree(left.into(), opened, event.by(), "")) {
      LOG.debug("case {}: opened already", left.into());
    }
  }

  /**
   * To the case that is meant, or where that one went in the meantime; cases go to earlier ones.
   */
  private void handOver(String id, CaseEvent event, MergedInto merged) {
    var target = merged.target();
    while (true) {
      var there = CaseHistory.of(target, store.entries(target));
      if (there.events().stream()
          .anyMatch(
              one ->
                  one.action() instanceof CaseReceived received
                      && received.from().equals(id)
                      && received.merging() == event.sequence())) {
        return;
      }
      if (!there.state().mergedInto().isEmpty()) {
        target = there.state().mergedInto();
      } else if (added(
          there,
          new CaseReceived(id, event.sequence(), merged.reason(), merged.load()),
          event.by())) {
        return;
      }
    }
  }

  /** Tells alerts where they are; answers those that somebody else's case has taken before. */
  private List<String> settleAlerts(CaseHistory history, int after) {
    var last = new HashMap<String, Integer>();
    history
        .events()
        .forEach(event -> moved(event).forEach(alert -> last.put(alert, event.sequence())));
    var elsewhere = new ArrayList<String>();
    for (var event : history.events()) {
      if (event.sequence() > after) {
        var ids =
            moved(event)
                .filter(alert -> last.getOrDefault(alert, 0) == event.sequence())
                .distinct()
                .toList();
        if (event.action() instanceof AlertsLeft left) {
          if (left.into().isEmpty()) {
            change(ids, event.by(), alert -> free(alert, history.id()));
          }
        } else if (!(event.action() instanceof AlertsElsewhere)
            && !(event.action() instanceof MergedInto)) {
          var from = origin(event);
          elsewhere.addAll(change(ids, event.by(), alert -> take(alert, history.id(), from)));
        }
      }
    }
    return elsewhere;
  }

  private static Stream<String> moved(CaseEvent event) {
    if (event.action() instanceof Opened opened) {
      return opened.alertIds().stream();
    }
    if (event.action() instanceof AlertsAdded added) {
      return ids(added.alerts());
    }
    if (event.action() instanceof AlertsLeft left) {
      return ids(left.alerts());
    }
    if (event.action() instanceof AlertsElsewhere left) {
      return ids(left.alerts());
    }
    if (event.action() instanceof MergedInto merged) {
      return ids(merged.load().alerts());
    }
    return event.action() instanceof CaseReceived received
        ? ids(received.load().alerts())
        : Stream.empty();
  }

  private static Stream<String> ids(List<Snapshot> alerts) {
    return alerts.stream().map(Snapshot::alertId);
  }

  /** The case that alerts came from, empty for none. */
  private static String origin(CaseEvent event) {
    if (event.action() instanceof Opened opened) {
      return opened.from();
    }
    return event.action() instanceof CaseReceived received ? received.from() : "";
  }

  private static Optional<TriageChange> free(AlertDocument alert, String id) {
    return alert.triage().caseId().equals(id)
        ? Optional.of(TriageChange.leaveCase(id))
        : Optional.empty();
  }

  private static Optional<TriageChange> take(AlertDocument alert, String id, String from) {
    var now = alert.triage().caseId();
    if (now.equals(id)) {
      return Optional.empty();
    }
    if (!now.isEmpty() && !now.equals(from)) {
      throw ProblemException.conflict("alert %s: in another case".formatted(alert.alert().id()));
    }
    return Optional.of(TriageChange.addToCase(id));
  }

  /** Answers those that were refused. */
  private List<String> change(
      Collection<String> ids, String by, Function<AlertDocument, Optional<TriageChange>> decide) {
    var refused = new ArrayList<String>();
    for (var acted : ids.isEmpty() ? List.<Acted>of() : alerts.changeAll(ids, by, decide)) {
      if (acted.outcome() == Acted.Outcome.REFUSED) {
        refused.add(acted.alertId());
      } else if (acted.outcome() == Acted.Outcome.UNKNOWN && !indices.holds(Indices.Name.ALERTS)) {
        throw new SearchUnavailableException("search node: alerts are being filled in", null);
      }
    }
    return refused;
  }

  /** Lets go what belongs to others, with its money. */
  private void leave(CaseHistory history, List<String> elsewhere, int after) {
    var state = history.state();
    var leaving =
        state.alerts().stream().filter(alert -> elsewhere.contains(alert.alertId())).toList();
    long fen = snapshots.alerts(leaving).stream().mapToLong(Alert::amountFen).sum();
    long left = Math.max(0, Math.min(fen, state.ledger().balance(Account.SUSPECTED)));
    if (!added(history, new AlertsElsewhere(leaving, left), history.last().by())) {
      // Somebody has done something in the case: perhaps let go of the same.
      settle(CaseHistory.of(history.id(), store.entries(history.id())), after);
    }
  }

  private boolean added(CaseHistory history, CaseAction action, String by) {
    try {
      store.add(history.id(), history.last().sequence(), action, by);
      return true;
    } catch (ConflictException e) {
      LOG.debug("case {}: somebody else was faster", history.id(), e);
      return false;
    }
  }
}
