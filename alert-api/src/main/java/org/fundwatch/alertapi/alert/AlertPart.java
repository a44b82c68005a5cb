package org.fundwatch.alertapi.alert;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.SubjectKind;

/**
 * The machine's part of a stored alert; only the indexer writes it.
 *
 * <p>Components up to {@code changedAt} are for searching and for the list. Moments are epoch
 * milliseconds.
 *
 * @param priority amount at risk times confidence, in fen
 * @param institution {@code fixmedins_code}
 * @param institutionLabel code and name as {@link Label}
 * @param rules ids, sorted
 * @param ruleLabels for each rule its id and Chinese name as {@link Label}
 * @param findings how many
 * @param headlineZh the sentence of the finding that matters most
 * @param sentences of all findings in both languages
 * @param payload the whole alert, byte for byte as it came
 */
public record AlertPart(
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
    String institutionLabel,
    String institutionName,
    String institutionLevel,
    String region,
    String doctor,
    String person,
    String insuranceType,
    List<String> rules,
    List<String> ruleLabels,
    int findings,
    String headlineZh,
    String headlineEn,
    List<String> sentences,
    long raisedAt,
    long changedAt,
    String payload) {

  private static final Comparator<Finding> WEIGHT =
      Comparator.comparing(Finding::outcome)
          .thenComparing(finding -> finding.amountFen() * finding.confidence())
          .thenComparing(Finding::id);

  public AlertPart {
    rules = List.copyOf(rules);
    ruleLabels = List.copyOf(ruleLabels);
    // Lists read neither sentences nor payload.
    sentences = sentences == null ? List.of() : List.copyOf(sentences);
    payload = payload == null ? "" : payload;
  }

  /** The searchable form of an alert. */
  public static AlertPart of(Alert alert) {
    var findings = alert.findings();
    var headline = findings.stream().max(WEIGHT);
    var lineage = alert.lineage();
    var institution = alert.institution();
    return new AlertPart(
        alert.id(),
        alert.version(),
        alert.status(),
        alert.subject().kind(),
        alert.subject().id(),
        alert.outcome(),
        alert.confidence(),
        alert.amountFen(),
        Math.round(alert.amountFen() * alert.confidence()),
        alert.serviceFromMillis(),
        alert.serviceToMillis(),
        institution.code(),
        new Label(institution.code(), institution.name()).text(),
        institution.name(),
        institution.level(),
        institution.region(),
        alert.doctor(),
        alert.person(),
        alert.insuranceType(),
        findings.stream().map(finding -> finding.rule().id()).distinct().sorted().toList(),
        findings.stream()
            .map(finding -> new Label(finding.rule().id(), finding.rule().nameZh()).text())
            .distinct()
            .sorted()
            .toList(),
        findings.size(),
        headline.map(Finding::sentenceZh).orElse(""),
        headline.map(Finding::sentenceEn).orElse(""),
        findings.stream()
            .flatMap(finding -> List.of(finding.sentenceZh(), finding.sentenceEn()).stream())
            .toList(),
        lineage.isEmpty() ? alert.serviceToMillis() : lineage.get(0).atMillis(),
        lineage.isEmpty() ? alert.serviceToMillis() : lineage.get(lineage.size() - 1).atMillis(),
        new String(AlertJson.write(alert), StandardCharsets.UTF_8));
  }
}
