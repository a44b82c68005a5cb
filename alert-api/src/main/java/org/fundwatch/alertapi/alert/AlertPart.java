package org.fundwatch.alertapi.alert;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fundwatch.alertapi.priority.Appraisal;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.ModelTrace;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * The machine's part of a stored alert; only the indexer writes it.
 *
 * <p>Components up to {@code changedAt} are for searching and for the list. Moments are epoch
 * milliseconds.
 *
 * @param score the highest calibrated probability of a model, null without one
 * @param priority fen per hour of work, see {@link org.fundwatch.alertapi.priority.Priority}
 * @param measured the closing that the priority reckons with, see {@link Appraisal#closing}
 * @param effortMinutes of work that the priority reckons with
 * @param due the last day to decide it
 * @param institution {@code fixmedins_code}
 * @param institutionLabel code and name as {@link Label}
 * @param rules ids, sorted
 * @param ruleCount how many: rules that are all among some others are as many as match
 * @param ruleLabels for each rule its id and Chinese name as {@link Label}
 * @param families of the rules and what these are part of, {@code 管理类/住院行为} and {@code 管理类}, sorted
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
    @Nullable Double score,
    long amountFen,
    long priority,
    int measured,
    int effortMinutes,
    LocalDate due,
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
    int ruleCount,
    List<String> ruleLabels,
    List<String> families,
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
    // Alerts indexed before there were families have none until they are indexed anew.
    families = families == null ? List.of() : List.copyOf(families);
    // Lists read neither sentences nor payload.
    sentences = sentences == null ? List.of() : List.copyOf(sentences);
    payload = payload == null ? "" : payload;
  }

  /**
   * The searchable form of an alert.
   *
   * @param families of its findings' rules
   */
  static AlertPart of(Alert alert, Collection<String> families, Appraisal appraisal) {
    var findings = alert.findings();
    var headline = findings.stream().max(WEIGHT);
    var lineage = alert.lineage();
    var institution = alert.institution();
    var rules = findings.stream().map(finding -> finding.rule().id()).distinct().sorted().toList();
    return new AlertPart(
        alert.id(),
        alert.version(),
        alert.status(),
        alert.subject().kind(),
        alert.subject().id(),
        alert.outcome(),
        alert.confidence(),
        findings.stream()
            .flatMap(finding -> Stream.ofNullable(finding.model()))
            .map(ModelTrace::probability)
            .max(Double::compare)
            .orElse(null),
        alert.amountFen(),
        appraisal.priority().fenPerHour(),
        appraisal.closing(),
        appraisal.priority().effort().minutes(),
        appraisal.due(),
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
        rules,
        rules.size(),
        findings.stream()
            .map(finding -> new Label(finding.rule().id(), finding.rule().nameZh()).text())
            .distinct()
            .sorted()
            .toList(),
        families.stream().flatMap(AlertPart::withParents).distinct().sorted().toList(),
        findings.size(),
        headline.map(Finding::sentenceZh).orElse(""),
        headline.map(Finding::sentenceEn).orElse(""),
        findings.stream()
            .flatMap(finding -> Stream.of(finding.sentenceZh(), finding.sentenceEn()))
            .toList(),
        lineage.isEmpty() ? alert.serviceToMillis() : lineage.get(0).atMillis(),
        lineage.isEmpty() ? alert.serviceToMillis() : lineage.get(lineage.size() - 1).atMillis(),
        new String(AlertJson.write(alert), StandardCharsets.UTF_8));
  }

  private static Stream<String> withParents(String family) {
    int slash = family.indexOf('/');
    return slash < 0 ? Stream.of(family) : Stream.of(family, family.substring(0, slash));
  }
}
