package org.fundwatch.alertapi.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fundwatch.alertapi.priority.Appraisal;
import org.fundwatch.alertapi.priority.Deadline;
import org.fundwatch.alertapi.priority.Priority;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.ModelTrace;

/**
 * All that there is to say about one alert, who it concerns masked. What is made from its findings
 * repeats them in another order, and adds nothing.
 *
 * @param alert as the machine sent it last, with findings, rule versions, clauses, facts and
 *     lineage
 * @param triage what people did
 * @param amendedSinceDecision true when the machine changed it after people decided
 * @param sentenceZh the sentence of the finding that matters most
 * @param sentenceEn the same in English
 * @param priority what an hour of work on it is worth, with the factors
 * @param formula how the factors make it
 * @param due the last day to decide it, no part of the priority
 * @param deadline where that day comes from
 * @param timeline encounters and settlements that findings point at, in the order of their notes,
 *     which begin with the day
 * @param items fee lines and drug packs that findings point at
 * @param peers figures of peers that findings compare with
 * @param models what models made of it
 * @param related other alerts of the same person, doctor, or institution and rules, and those that
 *     people linked
 * @param outcomes what became of earlier alerts of the same institution, by rule and disposition
 */
public record AlertInsight(
    Alert alert,
    Triage triage,
    boolean amendedSinceDecision,
    String sentenceZh,
    String sentenceEn,
    Priority priority,
    String formula,
    LocalDate due,
    Deadline deadline,
    List<Cited> timeline,
    List<Cited> items,
    List<Peers> peers,
    List<Modelled> models,
    Map<String, Related> related,
    Map<String, Map<String, Long>> outcomes) {
  private static final String BASELINES = "_baselines:";

  /**
   * A piece of evidence.
   *
   * @param kind what it is
   * @param id its identifier
   * @param note what to see there
   * @param findings ids of the findings that point at it
   */
  public record Cited(Evidence.Kind kind, String id, String note, List<String> findings) {}

  /**
   * A comparison with peers.
   *
   * @param row of the baseline, with its region and first day
   * @param note which closing measured it
   * @param finding that compares
   * @param facts its values
   */
  public record Peers(String row, String note, String finding, List<FactValue> facts) {}

  /** A finding of a model, with its attributions. */
  public record Modelled(String finding, ModelTrace trace) {}

  /**
   * Other alerts.
   *
   * @param total how many; at 1,000 there may be more
   * @param items those of the highest priority
   */
  public record Related(long total, List<AlertSummary> items) {}

  static AlertInsight of(
      AlertDocument document,
      Appraisal appraisal,
      Map<String, Related> related,
      Map<String, Map<String, Long>> outcomes) {
    var detail = AlertDetail.of(document);
    var summary = AlertSummary.of(document);
    var findings = detail.alert().findings();
    return new AlertInsight(
        detail.alert(),
        detail.triage(),
        detail.amendedSinceDecision(),
        summary.headlineZh(),
        summary.headlineEn(),
        appraisal.priority(),
        Priority.FORMULA,
        appraisal.due(),
        appraisal.deadline(),
        cited(findings, Set.of(Evidence.Kind.ENCOUNTER, Evidence.Kind.SETTLEMENT)).stream()
            .sorted(Comparator.comparing(Cited::note))
            .toList(),
        cited(findings, Set.of(Evidence.Kind.FEE_LINE, Evidence.Kind.TRACE_CODE)),
        findings.stream().flatMap(AlertInsight::peers).toList(),
        findings.stream().flatMap(AlertInsight::modelled).toList(),
        related,
        outcomes);
  }

  private static List<Cited> cited(List<Finding> findings, Set<Evidence.Kind> kinds) {
    var citations = new LinkedHashMap<Evidence, List<String>>();
    for (var finding : findings) {
      for (var evidence : finding.evidence()) {
        if (kinds.contains(evidence.kind())) {
          citations.computeIfAbsent(evidence, unused -> new ArrayList<>()).add(finding.id());
        }
      }
    }
    return citations.entrySet().stream()
        .map(
            citation ->
                new Cited(
                    citation.getKey().kind(),
                    citation.getKey().id(),
                    citation.getKey().note(),
                    citation.getValue()))
        .toList();
  }

  private static Stream<Peers> peers(Finding finding) {
    return finding.evidence().stream()
        .filter(evidence -> evidence.kind() == Evidence.Kind.KNOWLEDGE_ROW)
        .filter(evidence -> evidence.id().contains(BASELINES))
        .map(evidence -> new Peers(evidence.id(), evidence.note(), finding.id(), finding.facts()));
  }

  private static Stream<Modelled> modelled(Finding finding) {
    return Stream.ofNullable(finding.model()).map(trace -> new Modelled(finding.id(), trace));
  }
}
