package org.fundwatch.alertapi.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.procedure.Account;
import org.fundwatch.alertapi.procedure.CaseLoad;
import org.fundwatch.alertapi.procedure.CaseTask;
import org.fundwatch.alertapi.procedure.Grouping.AlertsAdded;
import org.fundwatch.alertapi.procedure.Grouping.AlertsLeft;
import org.fundwatch.alertapi.procedure.Grouping.CaseReceived;
import org.fundwatch.alertapi.procedure.Grouping.MergedInto;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.Tasking.NewTask;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.People;
import org.fundwatch.alertapi.security.Regions;
import org.fundwatch.domain.alert.Alert;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Alerts come to cases, leave them, and go with their case to another. One entry of the case that
 * is changed decides; {@link CaseSettling} sees to the rest. Thread-safe.
 */
@Service
final class CaseMoves {
  private final CaseService cases;
  private final CaseOpening opening;
  private final CaseSettling settling;
  private final Snapshots snapshots;
  private final People people;

  CaseMoves(
      CaseService cases,
      CaseOpening opening,
      CaseSettling settling,
      Snapshots snapshots,
      People people) {
    this.cases = cases;
    this.opening = opening;
    this.settling = settling;
    this.snapshots = snapshots;
    this.people = people;
  }

  /** Makes free alerts part of a case. */
  CaseDetail add(String id, int seen, List<String> alertIds, String reason, Caller by) {
    cases.requireCurrent(id, seen, by);
    var found = opening.free(List.copyOf(new LinkedHashSet<>(alertIds)), by);
    var action =
        new AlertsAdded(
            snapshots.keep(found, by.name()),
            CaseOpening.region(found),
            CaseOpening.institution(
                found.stream().map(alert -> alert.alert().institution()).toList()),
            CaseOpening.suspected(found),
            reason);
    return cases.act(id, seen, action, by);
  }

  /**
   * Lets alerts of a case go, or makes another case of them.
   *
   * @param title of the other case, null for none
   */
  CaseDetail split(
      String id,
      int seen,
      List<String> alertIds,
      String reason,
      @Nullable String title,
      Caller by) {
    var history = cases.history(id, by);
    history.requireLast(seen);
    settling.settle(history, 0);
    return cases.act(id, seen, left(history, alertIds, reason, title), by);
  }

  /**
   * Merges a case into an earlier one.
   *
   * @param target the earlier one
   */
  CaseDetail merge(String id, int seen, String target, String reason, Caller by) {
    var history = cases.history(id, by);
    history.requireLast(seen);
    var into = cases.seen(target, by).filter(other -> target.compareTo(id) < 0);
    if (into.isEmpty()) {
      throw ProblemException.badInput(
          List.of(
              new FieldFault(
                  "target",
                  target,
                  "an earlier case than this one, by its number, of your regions")));
    }
    settling.settle(history, 0);
    var load = load(history, into.get(), by);
    // The other case says no before this one is closed.
    cases.admit(into.get(), new CaseReceived(id, seen + 1, reason, load), by);
    return cases.act(id, seen, new MergedInto(target, reason, load), by);
  }

  private AlertsLeft left(
      CaseHistory history, List<String> alertIds, String reason, @Nullable String title) {
    var alerts = history.state().alerts();
    var ids = Set.copyOf(alertIds);
    requireKnown(alerts, alertIds);
    var leaving = alerts.stream().filter(alert -> ids.contains(alert.alertId())).toList();
    var staying = alerts.stream().filter(alert -> !ids.contains(alert.alertId())).toList();
    var read = snapshots.alerts(leaving);
    return new AlertsLeft(
        leaving,
        title == null ? "" : "%s-%d".formatted(history.id(), history.last().sequence() + 1),
        title == null ? "" : title,
        Regions.common(read.stream().map(alert -> alert.institution().region()).toList()),
        institution(read),
        institution(snapshots.alerts(staying)),
        read.stream().mapToLong(Alert::amountFen).sum(),
        reason);
  }

  private static void requireKnown(List<Snapshot> alerts, List<String> wanted) {
    var known = alerts.stream().map(Snapshot::alertId).collect(Collectors.toSet());
    var faults = new ArrayList<FieldFault>();
    for (var id : wanted) {
      if (!known.contains(id)) {
        faults.add(new FieldFault("alertIds", id, "alerts of this case"));
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemException.badInput(faults);
    }
  }

  private static String institution(List<Alert> alerts) {
    return CaseOpening.institution(
        alerts.stream().map(alert -> alert.institution().code()).toList());
  }

  private CaseLoad load(CaseHistory history, CaseHistory into, Caller by) {
    var state = history.state();
    boolean sameRegion = state.opening().region().equals(into.state().opening().region());
    var workers = people.caseWorkers(into.state().opening().region());
    return new CaseLoad(
        state.opening().title(),
        state.opening().region(),
        state.institution(),
        state.alerts(),
        state.ledger().balance(Account.SUSPECTED),
        state.attachments(),
        state.tasks().stream()
            .filter(task -> task.state() == CaseTask.State.OPEN)
            .map(
                task ->
                    new NewTask(
                        task.title(),
                        // Who does not see the other case cannot go on with it.
                        sameRegion || workers.contains(task.assignee())
                            ? task.assignee()
                            : by.name(),
                        task.due(),
                        "%s %s".formatted(history.id(), task.id())))
            .toList());
  }
}
