package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ObjLongConsumer;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.compile.Context;
import org.fundwatch.rules.compile.Evaluation;
import org.fundwatch.rules.compile.EvaluationError;
import org.fundwatch.rules.judge.RuleIndex.ByItem;
import org.fundwatch.rules.judge.RuleIndex.Entry;
import org.fundwatch.rules.schema.ItemDayView;
import org.fundwatch.rules.schema.SubjectType;

/**
 * Holds candidates against the rules that can concern them. Thread-safe; only how often each rule
 * was asked is exact for one thread alone.
 */
public final class Judge {

  private final List<CompiledRule> rules;
  private final String version;
  private final Consumer<RuleFailure> failures;
  private final RuleIndex index;
  // By number of the rule; plain, because a contended count would cost more than the rule.
  private final long[] judged;

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
    this.judged = new long[rules.size()];
  }

  /** The same with another listener, and counts of its own. */
  public Judge withFailures(Consumer<RuleFailure> listener) {
    return new Judge(rules, version, listener, index);
  }

  /** The rules, as given. */
  public List<CompiledRule> rules() {
    return rules;
  }

  /** Tells how often each rule was asked since the last call, those that were not left out. */
  public void takeJudged(ObjLongConsumer<String> to) {
    for (int i = 0; i < judged.length; i++) {
      if (judged[i] > 0) {
        to.accept(rules.get(i).document().info().id(), judged[i]);
        judged[i] = 0;
      }
    }
  }

  /** Settlement, line and item-day rules. */
  public List<Finding> settlement(Settlement settlement) {
    SettlementSubjects subjects = new SettlementSubjects(settlement);
    MedType visit = subjects.visit();
    Codes codes = subjects.codes();
    List<Finding> findings = new ArrayList<>(0);
    judge(
        index.of(SubjectType.SETTLEMENT, visit).of(""),
        subjects.context(),
        codes,
        lookback -> subjects.settlement(),
        findings);
    ByItem onLines = index.of(SubjectType.LINE, visit);
    ByItem onDays = index.of(SubjectType.ITEM_DAY, visit);
    List<FeeLine> lines = subjects.lines();
    boolean days = false;
    for (int i = 0; i < lines.size(); i++) {
      FeeLine line = lines.get(i);
      List<Entry> entries = onLines.of(line.item());
      if (!entries.isEmpty()) {
        judge(entries, subjects.contextOf(line), codes, lookback -> subjects.line(line), findings);
      }
      days |= !onDays.of(line.item()).isEmpty();
    }
    if (days) {
      for (ItemDayView day : subjects.itemDays()) {
        List<Entry> entries = onDays.of(day.item());
        if (!entries.isEmpty()) {
          Context context = subjects.contextOf(day.lines().get(0));
          judge(entries, context, codes, lookback -> subjects.itemDay(day), findings);
        }
      }
    }
    return findings;
  }

  /** Encounter, person, item-use, pair, visit and supply rules. */
  public List<Finding> encounter(Encounter encounter, Timeline all) {
    TimelineSubjects subjects = new TimelineSubjects(encounter, all);
    List<Finding> findings = new ArrayList<>(0);
    judge(SubjectType.ENCOUNTER, subjects, subjects::encounter, findings);
    judge(SubjectType.PERSON, subjects, subjects::person, findings);
    judgeItems(SubjectType.ITEM_USE, subjects.used(), subjects, subjects::itemUse, findings);
    judgeItems(SubjectType.SUPPLY, subjects.supplied(), subjects, subjects::supply, findings);
    judge(SubjectType.STAY_PAIR, subjects, subjects::stayPairs, findings);
    judge(SubjectType.STAY_VISIT, subjects, lookback -> subjects.stayVisits(), findings);
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
    for (Candidate one : candidates) {
      judge(
          index.of(type, one.visit()).of(one.item()),
          one.context(),
          one.codes(),
          lookback -> List.of(one),
          findings);
    }
    return findings;
  }

  private void judge(
      SubjectType type,
      TimelineSubjects subjects,
      LongFunction<List<Candidate>> candidates,
      List<Finding> findings) {
    List<Entry> entries = index.of(type, subjects.visit()).of("");
    judge(entries, subjects.context(), subjects.codes(), candidates, findings);
  }

  private void judgeItems(
      SubjectType type,
      List<ItemTotal> items,
      TimelineSubjects subjects,
      OfItem candidates,
      List<Finding> findings) {
    ByItem rules = index.of(type, subjects.visit());
    for (int i = 0; i < items.size(); i++) {
      ItemTotal item = items.get(i);
      judge(
          rules.of(item.item()),
          subjects.context(),
          subjects.codes(),
          lookback -> candidates.apply(item, lookback),
          findings);
    }
  }

  /** The candidates of an item that look back so far. */
  private interface OfItem {
    List<Candidate> apply(ItemTotal item, long lookbackMillis);
  }

  /**
   * Candidates are made when a rule applies, and again only for one that looks further back.
   *
   * @param candidates by look-back
   */
  private void judge(
      List<Entry> entries,
      Context context,
      Codes codes,
      LongFunction<List<Candidate>> candidates,
      List<Finding> findings) {
    List<Candidate> known = null;
    long lookbackMillis = 0;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (!entry.applies(context, codes)) {
        continue;
      }
      if (known == null || entry.lookbackMillis() != lookbackMillis) {
        lookbackMillis = entry.lookbackMillis();
        known = candidates.apply(lookbackMillis);
      }
      for (int j = 0; j < known.size(); j++) {
        judge(entry, known.get(j), findings);
      }
    }
  }

  // What a rule throws is an outcome of that rule alone: the others judge on.
  private void judge(Entry entry, Candidate candidate, List<Finding> findings) {
    judged[entry.number()]++;
    try {
      Evaluation evaluation = entry.rule().on(candidate.variables(), candidate.context());
      if (evaluation.condition() && !excused(evaluation, entry.exceptions())) {
        findings.add(entry.maker().make(evaluation, candidate));
      }
    } catch (EvaluationError e) {
      failed(entry, candidate, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // Its text may quote values: only its type is passed on.
      failed(entry, candidate, e.getClass().getSimpleName());
    }
  }

  private void failed(Entry entry, Candidate candidate, String reason) {
    failures.accept(
        new RuleFailure(
            entry.rule().document().info().id(), candidate.frame().get().subject().key(), reason));
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
