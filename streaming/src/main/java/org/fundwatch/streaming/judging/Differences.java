package org.fundwatch.streaming.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.finding.RuleRef;

/** What a desk said and what it says now, as changes. */
public final class Differences {

  private Differences() {}

  /** The findings by id; of two with one id the first. */
  public static SortedMap<String, Finding> byId(Iterable<Finding> findings) {
    SortedMap<String, Finding> byId = new TreeMap<>();
    findings.forEach(finding -> byId.putIfAbsent(finding.id(), finding));
    return byId;
  }

  /**
   * The finding to state: the one said before, where the new one differs only in the version of the
   * rule-set around its rule. A rule-set in which other rules changed amends no alert.
   */
  public static Finding carried(Map<String, Finding> said, Finding now) {
    Finding before = said.get(now.id());
    return before != null
            && Shadow.is(before) == Shadow.is(now)
            && before.equals(inRuleSet(now, before.rule().ruleSet()))
        ? before
        : now;
  }

  /** What is new, changed or gone, by finding id. */
  public static List<FindingChange> between(
      Map<String, Finding> before, Map<String, Finding> after, Cause cause) {
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    List<FindingChange> changes = new ArrayList<>();
    for (String id : ids) {
      Finding old = before.get(id);
      Finding now = after.get(id);
      if (old != null && (now == null || Shadow.is(old) != Shadow.is(now))) {
        changes.add(new FindingChange(old, true, cause));
      }
      if (now != null && !now.equals(old)) {
        changes.add(new FindingChange(now, false, cause));
      }
    }
    return changes;
  }

  /** The finding as a rule-set of another version would state it that has the same rule. */
  public static Finding inRuleSet(Finding finding, String ruleSet) {
    RuleRef rule = finding.rule();
    if (rule.ruleSet().equals(ruleSet)) {
      return finding;
    }
    return new Finding(
        finding.schema(),
        finding.id(),
        new RuleRef(
            rule.id(),
            rule.version(),
            ruleSet,
            rule.officialCode(),
            rule.nameZh(),
            rule.nameEn(),
            rule.legalBasis(),
            rule.silencedBy()),
        finding.outcome(),
        finding.confidence(),
        finding.subject(),
        finding.anchors(),
        finding.amountFen(),
        finding.serviceFromMillis(),
        finding.serviceToMillis(),
        finding.institution(),
        finding.doctor(),
        finding.person(),
        finding.insuranceType(),
        finding.sentenceZh(),
        finding.sentenceEn(),
        finding.facts(),
        finding.evidence(),
        finding.model());
  }
}
