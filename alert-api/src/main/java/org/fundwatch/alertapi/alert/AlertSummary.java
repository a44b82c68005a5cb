package org.fundwatch.alertapi.alert;

import java.util.List;
import java.util.stream.Stream;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.SubjectKind;

/**
 * An alert in a list, who it concerns masked; amounts in fen, moments in epoch milliseconds.
 *
 * @param priority amount at risk times confidence, in fen
 * @param rules ids and Chinese names
 * @param findings how many
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
    long amountFen,
    long priority,
    long serviceFrom,
    long serviceTo,
    String institution,
    String institutionName,
    String region,
    String doctor,
    String person,
    List<RuleName> rules,
    int findings,
    String headlineZh,
    String headlineEn,
    long raisedAt,
    long changedAt,
    TriageState state,
    String assignee,
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
        alert.amountFen(),
        alert.priority(),
        alert.serviceFrom(),
        alert.serviceTo(),
        alert.institution(),
        alert.institutionName(),
        alert.region(),
        Mask.code(alert.doctor()),
        Mask.code(alert.person()),
        alert.ruleLabels().stream().map(RuleName::of).toList(),
        alert.findings(),
        Mask.text(alert.headlineZh(), known),
        Mask.text(alert.headlineEn(), known),
        alert.raisedAt(),
        alert.changedAt(),
        triage.state(),
        triage.assignee(),
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
