package org.fundwatch.rules.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.rules.RuleInfo;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.rules.RuleStatus;
import org.fundwatch.rules.backtest.BackTestReport.Example;
import org.fundwatch.rules.backtest.BackTestReport.Kind;
import org.fundwatch.rules.backtest.BackTestReport.Row;
import org.fundwatch.rules.backtest.BackTestReport.RuleChange;
import org.fundwatch.rules.backtest.Outcomes.Verdict;
import org.fundwatch.rules.backtest.RowTally.Said;
import org.jspecify.annotations.Nullable;

/**
 * Holds the alerts of two rule-sets side by side. Alerts are handed in pair by pair and not kept.
 */
public final class Comparison {

  private static final int EXAMPLES = 3;
  private static final int REGION_DIGITS = 6;
  private static final double MINUTES_PER_HOUR = 60;
  private static final Comparator<Row> BY_MOVEMENT =
      Comparator.comparingLong(Row::moved).reversed().thenComparing(Row::key);
  private static final Comparator<Example> BY_WEIGHT =
      Comparator.comparingLong(Example::weight).reversed().thenComparing(Example::finding);

  private final Outcomes outcomes;
  private final Minutes minutes;
  private final RowTally alerts = new RowTally();
  private final RowTally findings = new RowTally();
  private final SortedMap<String, RowTally> byRule = new TreeMap<>();
  private final SortedMap<String, RowTally> byRegion = new TreeMap<>();
  private final SortedMap<String, RowTally> byInstitution = new TreeMap<>();
  private final SortedMap<String, Map<Kind, TreeSet<Example>>> examples = new TreeMap<>();
  private long minutesBefore;
  private long minutesAfter;

  /** With what is known of findings, and the time that an alert takes. */
  public Comparison(Outcomes outcomes, Minutes minutes) {
    this.outcomes = outcomes;
    this.minutes = minutes;
  }

  /** The alert of one subject as the one and as the other rule-set has it; at least one does. */
  public void add(@Nullable Alert before, @Nullable Alert after) {
    Alert any = after != null ? after : before;
    if (any == null) {
      throw new IllegalArgumentException("alerts: none; one or two of one subject");
    }
    minutesBefore += before == null ? 0 : minutes.of(before.outcome());
    minutesAfter += after == null ? 0 : minutes.of(after.outcome());
    Said old = said(before);
    Said now = said(after);
    Institution institution = any.institution();
    alerts.add("", old, now);
    tally(byInstitution, institution.code()).add(institution.name(), old, now);
    String region = institution.region();
    tally(byRegion, region.substring(0, Math.min(REGION_DIGITS, region.length())))
        .add("", old, now);

    SortedMap<String, Finding> olds = byId(before);
    SortedMap<String, Finding> nows = byId(after);
    TreeSet<String> ids = new TreeSet<>(olds.keySet());
    ids.addAll(nows.keySet());
    ids.forEach(id -> add(any.id(), olds.get(id), nows.get(id)));
  }

  private void add(String alert, @Nullable Finding before, @Nullable Finding after) {
    Finding any = after != null ? after : before;
    if (any == null) {
      return;
    }
    Said old = said(alert, before);
    Said now = said(alert, after);
    findings.add("", old, now);
    tally(byRule, any.rule().id()).add(any.rule().nameZh() + " · " + any.rule().nameEn(), old, now);
    if (old == null || now == null || old.fen() != now.fen()) {
      keep(
          new Example(
              old == null ? Kind.ADDED : now == null ? Kind.DROPPED : Kind.CHANGED,
              any.rule().id(),
              any.id(),
              any.subject(),
              any.institution().name(),
              old == null ? 0 : old.fen(),
              now == null ? 0 : now.fen(),
              outcomes.of(alert, any),
              any.sentenceZh(),
              any.sentenceEn()));
    }
  }

  // The largest amounts of each rule and kind.
  private void keep(Example example) {
    TreeSet<Example> kept =
        examples
            .computeIfAbsent(example.rule(), rule -> new TreeMap<>())
            .computeIfAbsent(example.kind(), kind -> new TreeSet<>(BY_WEIGHT));
    kept.add(example);
    if (kept.size() > EXAMPLES) {
      kept.pollLast();
    }
  }

  /** What has been seen, as a report. */
  public BackTestReport report(
      BackTestReport.Rules before,
      BackTestReport.Rules after,
      List<RuleChange> changes,
      BackTestReport.History history) {
    List<Example> kept = new ArrayList<>();
    examples.values().forEach(kinds -> kinds.values().forEach(kept::addAll));
    return new BackTestReport(
        before,
        after,
        history,
        minutes,
        changes,
        alerts.row("alerts"),
        findings.row("findings"),
        minutesBefore / MINUTES_PER_HOUR,
        minutesAfter / MINUTES_PER_HOUR,
        rows(byRule),
        rows(byRegion),
        rows(byInstitution),
        kept);
  }

  /** The rules that judge in one set and not in the other, or have another version there. */
  public static List<RuleChange> changes(RuleSet before, RuleSet after) {
    Map<String, Integer> old = versions(before);
    Map<String, Integer> now = versions(after);
    TreeSet<String> ids = new TreeSet<>(old.keySet());
    ids.addAll(now.keySet());
    return ids.stream()
        .map(id -> new RuleChange(id, old.getOrDefault(id, 0), now.getOrDefault(id, 0)))
        .filter(change -> change.before() != change.after())
        .toList();
  }

  private static Map<String, Integer> versions(RuleSet rules) {
    Map<String, Integer> versions = new LinkedHashMap<>();
    for (RuleInfo rule : rules.rules()) {
      if (rule.status() == RuleStatus.ACTIVE) {
        versions.put(rule.id(), rule.version());
      }
    }
    return versions;
  }

  private static List<Row> rows(SortedMap<String, RowTally> tallies) {
    List<Row> rows = new ArrayList<>();
    tallies.forEach((key, tally) -> rows.add(tally.row(key)));
    rows.sort(BY_MOVEMENT);
    return rows;
  }

  private static RowTally tally(SortedMap<String, RowTally> tallies, String key) {
    return tallies.computeIfAbsent(key, any -> new RowTally());
  }

  private static SortedMap<String, Finding> byId(@Nullable Alert alert) {
    SortedMap<String, Finding> byId = new TreeMap<>();
    if (alert != null) {
      alert.findings().forEach(finding -> byId.put(finding.id(), finding));
    }
    return byId;
  }

  private @Nullable Said said(String alert, @Nullable Finding finding) {
    return finding == null ? null : new Said(finding.amountFen(), outcomes.of(alert, finding));
  }

  // An alert is right when one of its findings is, and wrong when one is and none is right.
  private @Nullable Said said(@Nullable Alert alert) {
    if (alert == null) {
      return null;
    }
    Verdict verdict = Verdict.UNKNOWN;
    for (Finding finding : alert.findings()) {
      Verdict one = outcomes.of(alert.id(), finding);
      if (one.compareTo(verdict) < 0) {
        verdict = one;
      }
    }
    return new Said(alert.amountFen(), verdict);
  }
}
