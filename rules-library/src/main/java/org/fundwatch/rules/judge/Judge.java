package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.compile.Evaluation;
import org.fundwatch.rules.compile.EvaluationError;
import org.fundwatch.rules.schema.SubjectType;

/** Holds candidates against the rules that can concern them. Immutable and thread-safe. */
public final class Judge {

  private final List<CompiledRule> rules;
  private final String version;
  private final Consumer<RuleFailure> failures;
  private final Map<SubjectType, Map<Long, Group>> index = new EnumMap<>(SubjectType.class);

  /**
   * A judge.
   *
   * @param rules those that judge
   * @param version of the rule-set, stated in findings
   * @param failures told when a rule cannot be evaluated
   */
  public Judge(List<CompiledRule> rules, String version, Consumer<RuleFailure> failures) {
    this.rules = List.copyOf(rules);
    this.version = version;
    this.failures = failures;
    for (CompiledRule rule : rules) {
      index
          .computeIfAbsent(rule.document().subject(), type -> new TreeMap<>())
          .computeIfAbsent(rule.document().lookbackMillis(), lookback -> new Group())
          .add(rule, version);
    }
  }

  /** The same with another listener. */
  public Judge withFailures(Consumer<RuleFailure> listener) {
    return new Judge(rules, version, listener);
  }

  /** The rules, as given. */
  public List<CompiledRule> rules() {
    return rules;
  }

  /** Line and item-day rules. */
  public List<Finding> settlement(Settlement settlement) {
    SettlementSubjects subjects = new SettlementSubjects(settlement);
    List<Finding> findings = new ArrayList<>(0);
    judge(SubjectType.LINE, lookback -> subjects.lines(), findings);
    judge(SubjectType.ITEM_DAY, lookback -> subjects.itemDays(), findings);
    return findings;
  }

  /** Encounter, pair, visit and supply rules. */
  public List<Finding> encounter(Encounter encounter, Timeline all) {
    TimelineSubjects subjects = new TimelineSubjects(encounter, all);
    List<Finding> findings = new ArrayList<>(0);
    judge(SubjectType.ENCOUNTER, lookback -> subjects.encounter(), findings);
    judge(SubjectType.STAY_PAIR, subjects::stayPairs, findings);
    judge(SubjectType.STAY_VISIT, lookback -> subjects.stayVisits(), findings);
    judge(SubjectType.SUPPLY, subjects::supplies, findings);
    return findings;
  }

  /** Pack rules. */
  public List<Finding> pack(PackSales pack) {
    List<Finding> findings = new ArrayList<>(0);
    judge(SubjectType.PACK, lookback -> DeskSubjects.pack(pack), findings);
    return findings;
  }

  /** Doctor-day rules. */
  public List<Finding> doctorDay(DoctorDay day) {
    List<Finding> findings = new ArrayList<>(0);
    judge(SubjectType.DOCTOR_DAY, lookback -> DeskSubjects.doctorDay(day), findings);
    return findings;
  }

  /** Institution-day rules. */
  public List<Finding> institutionDay(InstitutionDay day) {
    List<Finding> findings = new ArrayList<>(0);
    judge(SubjectType.INSTITUTION_DAY, lookback -> DeskSubjects.institutionDay(day), findings);
    return findings;
  }

  private void judge(
      SubjectType type, LongFunction<List<Candidate>> candidates, List<Finding> findings) {
    Map<Long, Group> groups = index.get(type);
    if (groups == null) {
      return;
    }
    groups.forEach(
        (lookback, group) -> {
          for (Candidate candidate : candidates.apply(lookback)) {
            for (Entry entry : group.of(candidate.visit())) {
              judge(entry, candidate, findings);
            }
          }
        });
  }

  private void judge(Entry entry, Candidate candidate, List<Finding> findings) {
    if (!entry.applies(candidate)) {
      return;
    }
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

  /** A rule with what is asked of every candidate. */
  private record Entry(CompiledRule rule, FindingMaker maker, int exceptions) {

    boolean applies(Candidate candidate) {
      int day = candidate.context().day();
      List<String> insurances = rule.document().info().insuranceTypes();
      return day >= rule.document().fromDay()
          && day <= rule.document().toDay()
          && (insurances.isEmpty() || insurances.contains(candidate.context().insurance()));
    }
  }

  /** The rules of one subject type and look-back, by the visits that they judge. */
  private static final class Group {
    private final Map<MedType, List<Entry>> byVisit = new EnumMap<>(MedType.class);

    void add(CompiledRule rule, String version) {
      List<MedType> visits = rule.document().visits();
      Entry entry =
          new Entry(rule, new FindingMaker(rule, version), rule.document().exceptions().size());
      for (MedType visit : visits.isEmpty() ? List.of(MedType.values()) : visits) {
        byVisit.computeIfAbsent(visit, key -> new ArrayList<>()).add(entry);
      }
    }

    List<Entry> of(MedType visit) {
      return byVisit.getOrDefault(visit, List.of());
    }
  }
}
