package org.fundwatch.simulation.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.simulation.Form;
import org.fundwatch.simulation.FraudKind;
import org.fundwatch.simulation.TruthEntry;

/**
 * All rules against the truth of a simulated world.
 *
 * @param rules a score for each purpose, in their order, then for each rule without one
 */
public record Scorecard(List<RuleScore> rules) {

  public Scorecard {
    rules = List.copyOf(rules);
  }

  /**
   * Holds alerts against the truth.
   *
   * @param purposes what the rules are made for; a rule that is in none is made for nothing, so
   *     that each of its findings is a false alarm or on another fraud
   * @param token the person token of a person number, as intake makes it
   */
  public static Scorecard of(
      Collection<Alert> alerts,
      Collection<TruthEntry> truth,
      List<Purpose> purposes,
      UnaryOperator<String> token) {
    TruthIndex index = new TruthIndex(truth, token);
    Map<String, Purpose> byRule = new HashMap<>();
    Map<Purpose, List<Finding>> findings = new LinkedHashMap<>();
    for (Purpose purpose : purposes) {
      findings.put(purpose, new ArrayList<>());
      purpose.rules().forEach(rule -> byRule.put(rule, purpose));
    }
    for (Alert alert : alerts) {
      if (alert.status() == AlertStatus.OPEN) {
        for (Finding finding : alert.findings()) {
          String rule = finding.rule().id();
          Purpose purpose =
              byRule.computeIfAbsent(rule, id -> new Purpose(id, Set.of(id), Set.of()));
          findings.computeIfAbsent(purpose, any -> new ArrayList<>()).add(finding);
        }
      }
    }
    List<RuleScore> scores = new ArrayList<>();
    findings.forEach((purpose, ofIt) -> scores.add(score(purpose, ofIt, truth, index)));
    return new Scorecard(scores);
  }

  private static RuleScore score(
      Purpose purpose, List<Finding> findings, Collection<TruthEntry> truth, TruthIndex index) {
    Set<TruthEntry> seen = new HashSet<>();
    int right = 0;
    int akin = 0;
    List<Finding> other = new ArrayList<>();
    List<Finding> wrong = new ArrayList<>();
    for (Finding finding : findings) {
      List<TruthEntry> about = index.about(finding);
      List<TruthEntry> frauds = about.stream().filter(TruthEntry::fraudulent).toList();
      // An honest case on the day and at the place of a fraud is not what the finding is about.
      seen.addAll(frauds.isEmpty() ? about : frauds);
      if (isOneOf(purpose.frauds(), frauds)) {
        right++;
      } else if (isOneOf(purpose.akin(), frauds)) {
        akin++;
      } else {
        (frauds.isEmpty() ? wrong : other).add(finding);
      }
    }
    Map<Form, Integer> injected = new EnumMap<>(Form.class);
    Map<Form, Integer> found = new EnumMap<>(Form.class);
    List<TruthEntry> missed = new ArrayList<>();
    List<TruthEntry> disturbed = new ArrayList<>();
    int lookAlikes = 0;
    for (TruthEntry entry : truth) {
      if (!purpose.frauds().contains(entry.fraud())) {
        continue;
      }
      if (!entry.fraudulent()) {
        lookAlikes++;
        if (seen.contains(entry)) {
          disturbed.add(entry);
        }
        continue;
      }
      Form form = Form.valueOf(entry.form());
      injected.merge(form, 1, Integer::sum);
      if (seen.contains(entry)) {
        found.merge(form, 1, Integer::sum);
      } else {
        missed.add(entry);
      }
    }
    return new RuleScore(
        purpose.name(), injected, found, missed, right, akin, other, wrong, lookAlikes, disturbed);
  }

  private static boolean isOneOf(Set<FraudKind> kinds, List<TruthEntry> frauds) {
    return frauds.stream().anyMatch(entry -> kinds.contains(entry.fraud()));
  }

  /** The table that is published: one line a rule. */
  public String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        row(
            "rule",
            "injected",
            "found",
            "missed",
            "right",
            "akin",
            "other",
            "false",
            "precision",
            "obvious",
            "border",
            "evasive",
            "in peace"));
    for (RuleScore score : rules) {
      text.append(
          row(
              score.rule(),
              score.injectedInAll(),
              score.foundInAll(),
              score.missed().size(),
              score.right(),
              score.akin(),
              score.otherFraud().size(),
              score.falseAlarms().size(),
              share(score.precision()),
              recall(score, Form.OBVIOUS),
              recall(score, Form.BORDERLINE),
              recall(score, Form.EVASIVE),
              score.lookAlikes() - score.disturbed().size() + "/" + score.lookAlikes()));
    }
    return text.toString();
  }

  /** Every finding that the truth does not explain, one a line. */
  public String unexplained() {
    StringBuilder text = new StringBuilder();
    for (RuleScore score : rules) {
      for (Finding finding : score.falseAlarms()) {
        text.append(score.rule())
            .append(' ')
            .append(finding.subject().key())
            .append(' ')
            .append(finding.sentenceEn())
            .append('\n');
      }
    }
    return text.toString();
  }

  private static String recall(RuleScore score, Form form) {
    return score.injected().containsKey(form) ? share(score.recall(form)) : "-";
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String row(Object... cells) {
    return String.format(
        Locale.ROOT, "%-24s %8s %5s %6s %5s %4s %5s %5s %9s %7s %6s %7s %8s%n", cells);
  }
}
