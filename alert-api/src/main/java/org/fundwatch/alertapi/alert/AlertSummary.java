package org.fundwatch.alertapi.alert;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * An alert in a list, who it concerns masked; amounts in fen, moments in epoch milliseconds.
 *
 * @param score the highest calibrated probability of a model, null without one
 * @param priority amount at risk times confidence over effort, in fen per hour of work
 * @param effortMinutes of work that the priority reckons with
 * @param due the last day to decide it
 * @param rules ids and Chinese names
 * @param families of the rules, and what these are part of
 * @param findings how many
 * @param takenBy who looks at it just now, empty for nobody
 * @param takenUntil epoch milliseconds
 * @param snoozedUntil epoch milliseconds, 0 when it is not put off
 * @param sample true when a suppression let it through as a sample
 * @param disposition empty until decided
 * @param amendedSinceDecision true when the machine changed it after people decided
 */
public record AlertSummary(
    String id,
    int version,
    AlertStatus status,
    SubjectKind subjectKind,
    String subjectId,
    Outcome outcome,
    double confidence,
    @Nullable Double score,
    long amountFen,
    long priority,
    int effortMinutes,
    LocalDate due,
    long serviceFrom,
    long serviceTo,
    String institution,
    String institutionName,
    String region,
    String doctor,
    String person,
    List<RuleName> rules,
    List<String> families,
    int findings,
    String headlineZh,
    String headlineEn,
    long raisedAt,
    long changedAt,
    TriageState state,
    String assignee,
    String takenBy,
    long takenUntil,
    long snoozedUntil,
    boolean sample,
    List<String> labels,
    String disposition,
    String caseId,
    boolean amendedSinceDecision) {

  public AlertSummary {
    rules = List.copyOf(rules);
  }

  /** The summary of a stored alert, masked. */
  public static AlertSummary of(AlertDocument document) {
    var alert = document.alert();
    var known = Stream.of(alert.person(), alert.doctor()).filter(code -> !code.isEmpty()).toList();
    var triage = document.triage();
    return new AlertSummary(
        alert.id(),
        alert.version(),
        alert.status(),
        alert.subjectKind(),
        AlertMask.subject(alert.subjectKind(), alert.subjectId()),
        alert.outcome(),
        alert.confidence(),
        alert.score(),
        alert.amountFen(),
        alert.priority(),
        alert.effortMinutes(),
        alert.due(),
        alert.serviceFrom(),
        alert.serviceTo(),
        alert.institution(),
        alert.institutionName(),
        alert.region(),
        Mask.code(alert.doctor()),
        Mask.code(alert.person()),
        alert.ruleLabels().stream().map(RuleName::of).toList(),
        alert.families(),
        alert.findings(),
        Mask.text(alert.headlineZh(), known),
        Mask.text(alert.headlineEn(), known),
        alert.raisedAt(),
        alert.changedAt(),
        triage.state(),
        triage.assignee(),
        triage.takenBy(),
        triage.takenUntil(),
        triage.snoozedUntil(),
        triage.sample(),
        triage.labels().stream().map(Mask::text).toList(),
        triage.disposition(),
        triage.caseId(),
        triage.state().decided() && triage.alertVersion() < alert.version());
  }

  /** A rule by id and Chinese name. */
  public record RuleName(String id, String nameZh) {
    private static RuleName of(String text) {
      var label = Label.parse(text);
      return new RuleName(label.code(), label.name());
    }
  }
}
