package org.fundwatch.streaming.alerting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.alert.Amendment;
import org.fundwatch.domain.alert.Suppression;
import org.fundwatch.domain.alert.ValueChange;
import org.fundwatch.domain.alert.ValueChanges;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * Folds changes of findings on one subject into its alert. What the alert says in the end is a
 * function of the findings and the gates that hold then.
 */
final class AlertFold {

  private static final Comparator<Finding> WEIGHT =
      Comparator.comparing(Finding::outcome)
          .thenComparingDouble(Finding::confidence)
          .thenComparingLong(Finding::amountFen)
          .thenComparing(Finding::id)
          .thenComparing(Finding::person);

  private final @Nullable Alert current;
  private final int version;
  private final SortedMap<String, Finding> held = new TreeMap<>();
  private final List<Amendment> steps = new ArrayList<>();

  private AlertFold(@Nullable Alert current) {
    this.current = current;
    version = current == null ? 1 : current.version() + 1;
    if (current != null && current.status() != AlertStatus.WITHDRAWN) {
      current.findings().forEach(finding -> held.put(key(finding), finding));
    }
  }

  /**
   * The alert after the changes, empty where they change nothing.
   *
   * @param gates on days of institutions; those on the subject itself are among its findings
   */
  static Optional<Alert> fold(
      @Nullable Alert current, List<FindingChange> changes, List<DataGate> gates) {
    AlertFold fold = new AlertFold(current);
    List<Finding> before = List.copyOf(fold.held.values());
    changes.forEach(fold::apply);
    if (fold.steps.isEmpty()) {
      return Optional.empty();
    }
    List<Suppression> suppressed = Silences.of(fold.held.values(), gates);
    fold.tell(suppressed, changes.get(changes.size() - 1).cause());
    return Optional.of(
        fold.held.isEmpty()
            ? fold.alert(AlertStatus.WITHDRAWN, before, before, List.of())
            : fold.held(suppressed));
  }

  /** The alert after a change of the gates, empty where that changes nothing. */
  static Optional<Alert> gated(Alert current, List<DataGate> gates, Cause cause) {
    AlertFold fold = new AlertFold(current);
    List<Suppression> suppressed = Silences.of(fold.held.values(), gates);
    if (suppressed.equals(current.suppressed())) {
      return Optional.empty();
    }
    fold.tell(suppressed, cause);
    return Optional.of(fold.held(suppressed));
  }

  /**
   * What to say after a published alert, so that it says what holds; empty where it says so
   * already.
   *
   * @param known the alert that holds, whatever its version; null where none does
   */
  static Optional<Alert> instead(
      Alert published, @Nullable Alert known, List<DataGate> gates, Cause cause) {
    SortedMap<String, Finding> holding = new AlertFold(known).held;
    List<FindingChange> changes = new ArrayList<>();
    for (Finding finding : published.findings()) {
      if (!holding.containsKey(key(finding))) {
        changes.add(new FindingChange(finding, true, cause));
      }
    }
    holding.values().forEach(finding -> changes.add(new FindingChange(finding, false, cause)));
    Optional<Alert> changed = fold(published, changes, gates);
    return changed.isPresent() ? changed : gated(published, gates, cause);
  }

  // An encounter's id given to two persons by mistake: each of their desks speaks for its own.
  private static String key(Finding finding) {
    return finding.subject().kind() == SubjectKind.ENCOUNTER
        ? finding.id() + finding.person()
        : finding.id();
  }

  // No step where the alert says so already.
  private void apply(FindingChange change) {
    Finding now = change.finding();
    Finding before = change.withdrawn() ? held.remove(key(now)) : held.put(key(now), now);
    String rule = now.rule().id();
    if (change.withdrawn()) {
      if (before != null) {
        step("withdrew " + rule, now.id(), List.of(), change.cause());
      }
    } else if (before == null) {
      step("raised " + rule, now.id(), List.of(), change.cause());
    } else if (!before.equals(now)) {
      step("amended " + rule, now.id(), ValueChanges.between(before, now), change.cause());
    }
  }

  // What is put aside now and was not, and the other way round.
  private void tell(List<Suppression> suppressed, Cause cause) {
    List<Suppression> before = current == null ? List.of() : current.suppressed();
    Set<String> aside = Silences.findingIds(suppressed);
    for (Finding finding : held.values()) {
      String id = finding.id();
      for (Suppression one : suppressed) {
        if (one.findingId().equals(id) && !before.contains(one)) {
          String by = " by " + one.gateRule() + ' ' + one.gateId();
          step("suppressed " + finding.rule().id() + by, id, List.of(), cause);
        }
      }
      if (!aside.contains(id) && Silences.findingIds(before).contains(id)) {
        step("released " + finding.rule().id(), id, List.of(), cause);
      }
    }
  }

  private void step(String what, String findingId, List<ValueChange> values, Cause cause) {
    steps.add(
        new Amendment(
            version,
            cause.sentMillis(),
            cause.messageId(),
            cause.transaction(),
            what,
            findingId,
            values));
  }

  private Alert held(List<Suppression> suppressed) {
    Set<String> aside = Silences.findingIds(suppressed);
    List<Finding> all = List.copyOf(held.values());
    List<Finding> speaking = all.stream().filter(finding -> !aside.contains(finding.id())).toList();
    return speaking.isEmpty()
        ? alert(AlertStatus.SUPPRESSED, all, all, suppressed)
        : alert(AlertStatus.OPEN, all, speaking, suppressed);
  }

  /**
   * @param speaking those of the findings that say how much and how sure
   */
  private Alert alert(
      AlertStatus status,
      List<Finding> findings,
      List<Finding> speaking,
      List<Suppression> suppressed) {
    List<Amendment> lineage = Lineage.with(current == null ? List.of() : current.lineage(), steps);
    Finding lead = speaking.stream().max(WEIGHT).orElseThrow();
    return new Alert(
        Alert.SCHEMA,
        FindingIds.alert(lead.subject()),
        version,
        status,
        lead.subject(),
        lead.outcome(),
        speaking.stream().mapToDouble(Finding::confidence).max().orElseThrow(),
        speaking.stream().mapToLong(Finding::amountFen).max().orElseThrow(),
        speaking.stream().mapToLong(Finding::serviceFromMillis).min().orElseThrow(),
        speaking.stream().mapToLong(Finding::serviceToMillis).max().orElseThrow(),
        lead.institution(),
        only(speaking, Finding::doctor),
        only(speaking, Finding::person),
        lead.insuranceType(),
        findings,
        lineage,
        suppressed);
  }

  // The value that all findings share, empty where they differ.
  private static String only(Collection<Finding> findings, Function<Finding, String> of) {
    Set<String> values = findings.stream().map(of).collect(Collectors.toSet());
    return values.size() == 1 ? values.iterator().next() : "";
  }
}
