package org.fundwatch.streaming.testing;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.streaming.judging.Differences;

/**
 * All that an alert says, without how it came about: what must not depend on the order of events.
 * The version and the lineage do depend on it, and so does a withdrawn alert's last finding.
 */
public record Verdict(
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
    List<Finding> findings) {

  /** What the job says. */
  static Verdict of(Alert alert) {
    return new Verdict(
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
        alert.findings());
  }

  /** What findings on one subject must come to. */
  static Verdict of(List<Finding> findings) {
    List<Finding> ordered =
        findings.stream()
            .sorted(Comparator.comparing(Finding::id).thenComparing(Finding::person))
            .toList();
    Finding lead = ordered.get(0);
    for (Finding finding : ordered) {
      lead = weightier(finding, lead) ? finding : lead;
    }
    return new Verdict(
        lead.subject(),
        lead.outcome(),
        ordered.stream().mapToDouble(Finding::confidence).max().orElseThrow(),
        ordered.stream().mapToLong(Finding::amountFen).max().orElseThrow(),
        ordered.stream().mapToLong(Finding::serviceFromMillis).min().orElseThrow(),
        ordered.stream().mapToLong(Finding::serviceToMillis).max().orElseThrow(),
        lead.institution().code(),
        common(ordered, Finding::doctor),
        common(ordered, Finding::person),
        lead.insuranceType(),
        ordered);
  }

  /** The same without the version of the rule-set that stated it. */
  public Verdict inAnyRuleSet() {
    return new Verdict(
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
        findings.stream().map(finding -> Differences.inRuleSet(finding, "")).toList());
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
