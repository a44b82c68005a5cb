package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.compile.Evaluation;
import org.fundwatch.rules.compile.EvaluationError;
import org.fundwatch.rules.judge.RuleIndex.Entry;
import org.fundwatch.rules.judge.RuleIndex.Group;
import org.fundwatch.rules.schema.SubjectType;

/** Holds candidates against the rules that can concern them. Immutable and thread-safe. */
public final class Judge {

  private final List<CompiledRule> rules;
  private final String version;
  private final Consumer<RuleFailure> failures;
  private final RuleIndex index;

  /**
   * A judge.
   *
   * @param rules those that judge
   * @param version of the rule-set, stated in findings
   * @param failures told when a rule cannot be evaluated
   */
  public Judge(List<CompiledRule> rules, String version, Consumer<RuleFailure> failures) {
    this(List.copyOf(rules), version, failures, new RuleIndex(rules, version));
  }

  private Judge(
      List<CompiledRule> rules, String version, Consumer<RuleFailure> failures, RuleIndex index) {
    this.rules = rules;
    this.version = version;
    this.failures = failures;
    this.index = index;
  }

  /** The same with another listener. */
  public Judge withFailures(Consumer<RuleFailure> listener) {
    return new Judge(rules, version, listener, index);
  }

  /** The rules, as given. */
  public List<CompiledRule> rules() {
    return rules;
  }

  /** Settlement, line and item-day rules. */
  public List<Finding> settlement(Settlement settlement) {
    SettlementSubjects subjects = new SettlementSubjects(settlement);
    List<Finding> findings = new ArrayList<>(0);
    judge(SubjectType.SETTLEMENT, subjects.visit(), group -> subjects.settlement(), findings);
    judge(
        SubjectType.LINE,
        subjects.visit(),
        group -> subjects.lines(wanted(group, subjects)),
        findings);
    judge(
        SubjectType.ITEM_DAY,
        subjects.visit(),
        group -> subjects.itemDays(wanted(group, subjects)),
        findings);
    return findings;
  }

  private static Predicate<String> wanted(Group group, SettlementSubjects subjects) {
    return item -> group.wants(subjects.visit(), item);
  }

  /** Encounter, person, item-use, pair, visit and supply rules. */
  public List<Finding> encounter(Encounter encounter, Timeline all) {
    TimelineSubjects subjects = new TimelineSubjects(encounter, all);
    MedType visit = subjects.visit();
    List<Finding> findings = new ArrayList<>(0);
    judge(
        SubjectType.ENCOUNTER,
        visit,
        group -> subjects.encounter(group.lookbackMillis()),
        findings);
    judge(SubjectType.PERSON, visit, group -> subjects.person(group.lookbackMillis()), findings);
    List<ItemTotal> uses = subjects.items(item -> index.wants(SubjectType.ITEM_USE, visit, item));
    if (!uses.isEmpty()) {
      judge(
          SubjectType.ITEM_USE,
          visit,
          group ->
              subjects.itemUses(uses, group.lookbackMillis(), item -> group.wants(visit, item)),
          findings);
    }
    judge(
        SubjectType.STAY_PAIR,
        visit,
        group -> subjects.stayPairs(group.lookbackMillis()),
        findings);
    judge(SubjectType.STAY_VISIT, visit, group -> subjects.stayVisits(), findings);
    judge(
        SubjectType.SUPPLY,
        visit,
        group -> subjects.supplies(group.lookbackMillis(), item -> group.wants(visit, item)),
        findings);
    return findings;
  }

  /** Pack rules. */
  public List<Finding> pack(PackSales pack) {
    return judge(SubjectType.PACK, DeskSubjects.pack(pack));
  }

  /** Doctor-day rules. */
  public List<Finding> doctorDay(DoctorDay day) {
    return judge(SubjectType.DOCTOR_DAY, DeskSubjects.doctorDay(day));
  }

  /** Institution-day rules. */
  public List<Finding> institutionDay(InstitutionDay day) {
    return judge(SubjectType.INSTITUTION_DAY, DeskSubjects.institutionDay(day));
  }

  /** Institution-month rules. */
  public List<Finding> institutionMonth(InstitutionMonth month) {
    return judge(SubjectType.INSTITUTION_MONTH, DeskSubjects.institutionMonth(month));
  }

  private List<Finding> judge(SubjectType type, List<Candidate> candidates) {
    List<Finding> findings = new ArrayList<>(0);
    for (Group group : index.of(type)) {
      judge(group, candidates, findings);
    }
    return findings;
  }

  private void judge(
      SubjectType type,
      MedType visit,
      Function<Group, List<Candidate>> candidates,
      List<Finding> findings) {
    for (Group group : index.of(type)) {
      if (group.judges(visit)) {
        judge(group, candidates.apply(group), findings);
      }
    }
  }

  private void judge(Group group, List<Candidate> candidates, List<Finding> findings) {
    for (Candidate candidate : candidates) {
      for (Entry entry : group.of(candidate.visit(), candidate.item())) {
        if (entry.applies(candidate)) {
          judge(entry, candidate, findings);
        }
      }
    }
  }

  private void judge(Entry entry, Candidate candidate, List<Finding> findings) {
    try {
      Evaluation evaluation = entry.rule().on(candidate.variables(), candidate.context());
      if (evaluation.condition() && !excused(evaluation, entry.exceptions())) {
        findings.add(entry.maker().make(evaluation, candidate));
      }
    } catch (EvaluationError e) {
      failures.accept(
          new RuleFailure(
              entry.rule().document().info().id(),
              candidate.frame().get().subject().key(),
              String.valueOf(e.getMessage())));
    }
  }

  private static boolean excused(Evaluation evaluation, int exceptions) {
    for (int i = 0; i < exceptions; i++) {
      if (evaluation.exception(i)) {
        return true;
      }
    }
    return false;
  }
}
