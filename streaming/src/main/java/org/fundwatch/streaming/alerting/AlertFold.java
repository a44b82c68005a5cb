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
import org.fundwatch.domain.alert.ValueChange;
import org.fundwatch.domain.alert.ValueChanges;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Folds changes of findings on one subject into its alert. */
final class AlertFold {

  private static final Comparator<Finding> WEIGHT =
      Comparator.comparing(Finding::outcome)
          .thenComparingDouble(Finding::confidence)
          .thenComparingLong(Finding::amountFen)
          .thenComparing(Finding::id)
          .thenComparing(Finding::person);

  private AlertFold() {}

  /** The alert after the changes, empty where they change nothing. */
  static Optional<Alert> fold(@Nullable Alert current, List<FindingChange> changes) {
    SortedMap<String, Finding> held =
        current == null || current.status() == AlertStatus.WITHDRAWN
            ? new TreeMap<>()
            : byKey(current.findings());
    SortedMap<String, Finding> lastHeld = new TreeMap<>(held);
    int version = current == null ? 1 : current.version() + 1;
    List<Amendment> steps = new ArrayList<>();
    for (FindingChange change : changes) {
      apply(change, held, version).ifPresent(steps::add);
    }
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    List<Amendment> lineage = new ArrayList<>();
    if (current != null) {
      lineage.addAll(current.lineage());
    }
    lineage.addAll(steps);
    return Optional.of(
        held.isEmpty()
            ? alert(version, AlertStatus.WITHDRAWN, lastHeld.values(), lineage)
            : alert(version, AlertStatus.OPEN, held.values(), lineage));
  }

  private static SortedMap<String, Finding> byKey(List<Finding> findings) {
    SortedMap<String, Finding> byKey = new TreeMap<>();
    findings.forEach(finding -> byKey.put(key(finding), finding));
    return byKey;
  }

  // An encounter's id given to two persons by mistake: each of their desks speaks for its own.
  private static String key(Finding finding) {
    return finding.subject().kind() == SubjectKind.ENCOUNTER
        ? finding.id() + finding.person()
        : finding.id();
  }

  // What was done, empty where the alert says so already.
  private static Optional<Amendment> apply(
      FindingChange change, SortedMap<String, Finding> held, int version) {
    Finding now = change.finding();
    Finding before = change.withdrawn() ? held.remove(key(now)) : held.put(key(now), now);
    if (change.withdrawn()) {
      return before == null
          ? Optional.empty()
          : Optional.of(step(change, version, "withdrew", List.of()));
    }
    if (before == null) {
      return Optional.of(step(change, version, "raised", List.of()));
    }
    return before.equals(now)
        ? Optional.empty()
        : Optional.of(step(change, version, "amended", ValueChanges.between(before, now)));
  }

  private static Amendment step(
      FindingChange change, int version, String verb, List<ValueChange> values) {
    Finding finding = change.finding();
    return new Amendment(
        version,
        change.cause().sentMillis(),
        change.cause().messageId(),
        change.cause().transaction(),
        verb + ' ' + finding.rule().id(),
        finding.id(),
        values);
  }

  private static Alert alert(
      int version, AlertStatus status, Collection<Finding> findings, List<Amendment> lineage) {
    Finding lead = findings.stream().max(WEIGHT).orElseThrow();
    return new Alert(
        Alert.SCHEMA,
        FindingIds.alert(lead.subject()),
        version,
        status,
        lead.subject(),
        lead.outcome(),
        findings.stream().mapToDouble(Finding::confidence).max().orElseThrow(),
        findings.stream().mapToLong(Finding::amountFen).max().orElseThrow(),
        findings.stream().mapToLong(Finding::serviceFromMillis).min().orElseThrow(),
        findings.stream().mapToLong(Finding::serviceToMillis).max().orElseThrow(),
        lead.institution(),
        only(findings, Finding::doctor),
        only(findings, Finding::person),
        lead.insuranceType(),
        List.copyOf(findings),
        lineage);
  }

  // The value that all findings share, empty where they differ.
  private static String only(Collection<Finding> findings, Function<Finding, String> of) {
    Set<String> values = findings.stream().map(of).collect(Collectors.toSet());
    return values.size() == 1 ? values.iterator().next() : "";
  }
}
