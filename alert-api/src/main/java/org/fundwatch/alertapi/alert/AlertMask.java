package org.fundwatch.alertapi.alert;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.Amendment;
import org.fundwatch.domain.alert.Suppression;
import org.fundwatch.domain.alert.ValueChange;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;

/** An alert as it is shown without a reason: who it is about is masked wherever it stands. */
public final class AlertMask {
  private static final Set<SubjectKind> PEOPLE = Set.of(SubjectKind.PERSON, SubjectKind.DOCTOR);

  private final Set<String> known = new LinkedHashSet<>();

  private AlertMask(Alert alert) {
    add(alert.person(), alert.doctor(), alert.subject());
    alert.findings().forEach(f -> add(f.person(), f.doctor(), f.subject()));
    known.remove("");
  }

  /** Masked is a subject that is a person or a doctor. */
  static String subject(SubjectKind kind, String id) {
    return PEOPLE.contains(kind) ? Mask.code(id) : id;
  }

  /** The alert, masked. */
  public static Alert of(Alert alert) {
    return new AlertMask(alert).masked(alert);
  }

  /** Masks what a text says of whom an alert concerns. */
  public static UnaryOperator<String> words(Alert alert) {
    return new AlertMask(alert)::text;
  }

  /** What people wrote, with what looks like personal data masked. */
  static Triage of(Triage triage) {
    return new Triage(
        triage.state(),
        triage.assignee(),
        triage.takenBy(),
        triage.takenUntil(),
        triage.snoozedUntil(),
        triage.suppression(),
        triage.sample(),
        triage.disposition(),
        Mask.text(triage.reason()),
        triage.judged(),
        triage.recheck(),
        triage.caseId(),
        triage.labels().stream().map(Mask::text).toList(),
        triage.links(),
        triage.reports(),
        triage.revision(),
        triage.alertVersion(),
        triage.changedAt(),
        triage.events().stream().map(AlertMask::of).toList());
  }

  /** Ids and names of users stay, which a change can have for its detail as well. */
  private static TriageEvent of(TriageEvent event) {
    boolean typed =
        switch (event.action()) {
          case COMMENTED, LABELLED, UNLABELLED -> true;
          default -> false;
        };
    return new TriageEvent(
        event.revision(),
        event.at(),
        event.by(),
        event.action(),
        typed ? Mask.text(event.detail()) : event.detail(),
        Mask.text(event.reason()),
        event.alertVersion(),
        event.until(),
        event.batch(),
        event.recheck());
  }

  private void add(String person, String doctor, Subject subject) {
    known.add(person);
    known.add(doctor);
    if (PEOPLE.contains(subject.kind())) {
      known.add(subject.id());
    }
  }

  private Alert masked(Alert alert) {
    return new Alert(
        alert.schema(),
        alert.id(),
        alert.version(),
        alert.status(),
        masked(alert.subject()),
        alert.outcome(),
        alert.confidence(),
        alert.amountFen(),
        alert.serviceFromMillis(),
        alert.serviceToMillis(),
        alert.institution(),
        Mask.code(alert.doctor()),
        Mask.code(alert.person()),
        alert.insuranceType(),
        alert.findings().stream().map(this::masked).toList(),
        alert.lineage().stream().map(this::masked).toList(),
        alert.suppressed().stream().map(this::masked).toList());
  }

  private Finding masked(Finding finding) {
    return new Finding(
        finding.schema(),
        finding.id(),
        finding.rule(),
        finding.outcome(),
        finding.confidence(),
        masked(finding.subject()),
        finding.anchors().stream().map(this::codes).toList(),
        finding.amountFen(),
        finding.serviceFromMillis(),
        finding.serviceToMillis(),
        finding.institution(),
        Mask.code(finding.doctor()),
        Mask.code(finding.person()),
        finding.insuranceType(),
        text(finding.sentenceZh()),
        text(finding.sentenceEn()),
        facts(finding),
        evidence(finding),
        finding.model());
  }

  private List<FactValue> facts(Finding finding) {
    return finding.facts().stream()
        .map(fact -> new FactValue(fact.name(), value(fact), fact.unit()))
        .toList();
  }

  private List<Evidence> evidence(Finding finding) {
    return finding.evidence().stream()
        .map(proof -> new Evidence(proof.kind(), codes(proof.id()), text(proof.note())))
        .toList();
  }

  private Amendment masked(Amendment step) {
    return new Amendment(
        step.version(),
        step.atMillis(),
        step.cause(),
        step.transaction(),
        text(step.change()),
        step.findingId(),
        step.values().stream()
            .map(
                value -> new ValueChange(value.name(), codes(value.before()), codes(value.after())))
            .toList());
  }

  private Suppression masked(Suppression aside) {
    return new Suppression(
        aside.findingId(),
        aside.gateId(),
        aside.gateRule(),
        text(aside.reasonZh()),
        text(aside.reasonEn()));
  }

  private static Subject masked(Subject subject) {
    return new Subject(subject.kind(), subject(subject.kind(), subject.id()));
  }

  /** What has a unit is an amount or a count, however long. */
  private String value(FactValue fact) {
    return fact.unit().isEmpty() ? text(fact.value()) : codes(fact.value());
  }

  private String text(String text) {
    return Mask.text(text, known);
  }

  private String codes(String text) {
    return Mask.codes(text, known);
  }
}
