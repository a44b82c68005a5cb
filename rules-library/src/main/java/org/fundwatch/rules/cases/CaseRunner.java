package org.fundwatch.rules.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.money.Fen;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.compile.Evaluation;
import org.fundwatch.rules.judge.Candidate;
import org.fundwatch.rules.judge.Judge;

/** Runs the cases of a rule on the rule alone, whatever its status. */
public final class CaseRunner {

  private CaseRunner() {}

  /**
   * What is wrong with the outcome of a case.
   *
   * @return empty where all is as stated, else one sentence each
   */
  public static List<String> run(CompiledRule rule, RuleCase one) {
    List<String> wrong = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    Judge judge = new Judge(List.of(rule), "cases", failure -> failures.add(failure.reason()));
    List<Finding> findings = one.facts().judgedBy(judge);
    failures.forEach(failure -> wrong.add("could not be evaluated: " + failure));
    if (one.fires() && findings.isEmpty()) {
      wrong.add("stays quiet; must fire" + excuses(rule, one));
    }
    if (!one.fires() && !findings.isEmpty()) {
      wrong.add("fires; must stay quiet: " + findings.get(0).sentenceEn());
    }
    long amount = findings.stream().mapToLong(Finding::amountFen).sum();
    one.amountFen()
        .filter(expected -> expected != amount)
        .ifPresent(
            expected ->
                wrong.add(
                    "amount %s; must be %s".formatted(Fen.toYuan(amount), Fen.toYuan(expected))));
    one.excusedBy()
        .filter(name -> !excusedBy(rule, one).contains(name))
        .ifPresent(
            name -> wrong.add("not excused by '" + name + "'; must be" + excuses(rule, one)));
    return wrong;
  }

  private static String excuses(CompiledRule rule, RuleCase one) {
    Set<String> names = excusedBy(rule, one);
    return names.isEmpty() ? "" : " (excused by " + String.join(", ", names) + ")";
  }

  /** The exceptions that hold for some subject of the case on which the condition holds. */
  public static Set<String> excusedBy(CompiledRule rule, RuleCase one) {
    Set<String> names = new TreeSet<>();
    List<MedType> visits = rule.document().visits();
    for (Candidate candidate :
        one.facts().candidates(rule.document().subject(), rule.document().lookbackMillis())) {
      if (!visits.isEmpty() && !visits.contains(candidate.visit())) {
        continue;
      }
      Evaluation evaluation = rule.on(candidate.variables(), candidate.context());
      if (evaluation.condition()) {
        for (int i = 0; i < rule.document().exceptions().size(); i++) {
          if (evaluation.exception(i)) {
            names.add(rule.document().info().exceptions().get(i).name());
          }
        }
      }
    }
    return names;
  }
}
