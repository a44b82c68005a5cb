package org.fundwatch.streaming.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.alert.Suppression;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.streaming.judging.Differences;

/**
 * All that an alert says, without how it came about: what must not depend on the order of events.
 * The version and the lineage do depend on it, and so does a withdrawn alert's last finding.
 */
public record Verdict(
    AlertStatus status,
    Subject subject,
    Outcome outcome,
    double confidence,
    long amountFen,
    long fromMillis,
    long toMillis,
    String institution,
    String doctor,
    String person,
    String insuranceType,
    List<Finding> findings,
    List<Suppression> suppressed) {

  /** What the job says. */
  static Verdict of(Alert alert) {
    return new Verdict(
        alert.status(),
        alert.subject(),
        alert.outcome(),
        alert.confidence(),
        alert.amountFen(),
        alert.serviceFromMillis(),
        alert.serviceToMillis(),
        alert.institution().code(),
        alert.doctor(),
        alert.person(),
        alert.insuranceType(),
        alert.findings(),
        alert.suppressed());
  }

  /**
   * What findings on one subject must come to.
   *
   * @param outages findings that say on which days an institution's data is missing
   */
  static Verdict of(List<Finding> findings, List<Finding> outages) {
    List<Finding> ordered =
        findings.stream()
            .sorted(Comparator.comparing(Finding::id).thenComparing(Finding::person))
            .toList();
    List<Suppression> suppressed = suppressed(ordered, outages);
    List<String> aside = suppressed.stream().map(Suppression::findingId).toList();
    List<Finding> open = ordered.stream().filter(finding -> !aside.contains(finding.id())).toList();
    List<Finding> speaking = open.isEmpty() ? ordered : open;
    Finding lead = speaking.get(0);
    for (Finding finding : speaking) {
      lead = weightier(finding, lead) ? finding : lead;
    }
    return new Verdict(
        open.isEmpty() ? AlertStatus.SUPPRESSED : AlertStatus.OPEN,
        lead.subject(),
        lead.outcome(),
        speaking.stream().mapToDouble(Finding::confidence).max().orElseThrow(),
        speaking.stream().mapToLong(Finding::amountFen).max().orElseThrow(),
        speaking.stream().mapToLong(Finding::serviceFromMillis).min().orElseThrow(),
        speaking.stream().mapToLong(Finding::serviceToMillis).max().orElseThrow(),
        lead.institution().code(),
        common(speaking, Finding::doctor),
        common(speaking, Finding::person),
        lead.insuranceType(),
        ordered,
        suppressed);
  }

  private static List<Suppression> suppressed(List<Finding> findings, List<Finding> outages) {
    List<Suppression> suppressed = new ArrayList<>();
    for (Finding finding : findings) {
      Stream.concat(findings.stream(), outages.stream())
          .map(DataGate::of)
          .filter(gate -> gate.silences(finding))
          .min(Comparator.comparing(DataGate::findingId))
          .map(
              gate ->
                  new Suppression(
                      finding.id(),
                      gate.findingId(),
                      gate.rule(),
                      gate.reasonZh(),
                      gate.reasonEn()))
          .filter(one -> !suppressed.contains(one))
          .ifPresent(suppressed::add);
    }
    return suppressed;
  }

  /** The same without the version of the rule-set that stated it. */
  public Verdict inAnyRuleSet() {
    return new Verdict(
        status,
        subject,
        outcome,
        confidence,
        amountFen,
        fromMillis,
        toMillis,
        institution,
        doctor,
        person,
        insuranceType,
        findings.stream().map(finding -> Differences.inRuleSet(finding, "")).toList(),
        suppressed);
  }

  private static boolean weightier(Finding a, Finding b) {
    if (a.outcome() != b.outcome()) {
      return a.outcome().compareTo(b.outcome()) > 0;
    }
    if (a.confidence() != b.confidence()) {
      return a.confidence() > b.confidence();
    }
    if (a.amountFen() != b.amountFen()) {
      return a.amountFen() > b.amountFen();
    }
    return a.id().compareTo(b.id()) > 0;
  }

  private static String common(List<Finding> findings, Function<Finding, String> of) {
    String first = of.apply(findings.get(0));
    return findings.stream().allMatch(finding -> of.apply(finding).equals(first)) ? first : "";
  }
}
