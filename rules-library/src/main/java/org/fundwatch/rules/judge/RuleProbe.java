package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.RuleInfo;
import org.fundwatch.rules.RuleStatus;
import org.fundwatch.rules.check.CheckedRule;
import org.fundwatch.rules.check.RuleScope;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.compile.Context;
import org.fundwatch.rules.compile.Evaluation;
import org.fundwatch.rules.compile.EvaluationError;
import org.fundwatch.rules.explain.ExplainedRule;
import org.fundwatch.rules.explain.Explanation;
import org.fundwatch.rules.explain.Explanation.Answer;
import org.fundwatch.rules.explain.Explanation.Step;
import org.fundwatch.rules.explain.Explanation.Value;
import org.fundwatch.rules.source.Parameter;
import org.fundwatch.rules.source.RuleDocument;

/** Evaluates one rule with everything laid open, also where the job would pass it over. */
public final class RuleProbe {

  private final ExplainedRule explained;
  private final CompiledRule rule;
  private final RuleDocument document;
  private final RuleIndex.Entry entry;

  /** Of a rule. */
  public RuleProbe(ExplainedRule explained) {
    this.explained = explained;
    this.rule = explained.rule();
    this.document = rule.document();
    this.entry = new RuleIndex.Entry(0, rule, new FindingMaker(rule, "explain"), new CodeIndex());
  }

  /** The rule on each subject of some facts. */
  public List<Explanation> on(Facts facts) {
    return facts.candidates(document.subject(), document.lookbackMillis()).stream()
        .map(this::on)
        .toList();
  }

  private Explanation on(Candidate candidate) {
    Evaluation evaluation = rule.on(candidate.variables(), candidate.context());
    List<Step> checks = checks(candidate);
    List<Value> facts = new ArrayList<>();
    List<Step> parts = new ArrayList<>();
    CheckedRule checked = rule.checked();
    int own = document.facts().size() - explained.parts().size();
    for (int i = 0; i < own; i++) {
      facts.add(fact(i, evaluation, checked));
    }
    for (int i = 0; i < explained.parts().size(); i++) {
      int index = own + i;
      parts.add(step(explained.parts().get(i), "", () -> (Boolean) evaluation.fact(index)));
    }
    List<Step> exceptions = new ArrayList<>();
    for (int i = 0; i < document.exceptions().size(); i++) {
      int index = i;
      RuleInfo.ExceptionInfo exception = document.info().exceptions().get(i);
      exceptions.add(
          step(
              exception.name() + ": " + exception.when(),
              exception.why(),
              () -> evaluation.exception(index)));
    }
    Candidate.Frame frame = candidate.frame().get();
    return new Explanation(
        frame.subject().key(),
        frame.anchors(),
        checks,
        parameters(candidate.context()),
        facts,
        parts,
        exceptions,
        finding(evaluation, candidate, checks));
  }

  private Optional<Finding> finding(Evaluation evaluation, Candidate candidate, List<Step> checks) {
    try {
      boolean fires =
          checks.stream().allMatch(check -> check.answer() == Answer.YES)
              && evaluation.condition()
              && !excused(evaluation);
      return fires ? Optional.of(entry.maker().make(evaluation, candidate)) : Optional.empty();
    } catch (EvaluationError e) {
      return Optional.empty();
    }
  }

  private boolean excused(Evaluation evaluation) {
    for (int i = 0; i < document.exceptions().size(); i++) {
      if (evaluation.exception(i)) {
        return true;
      }
    }
    return false;
  }

  private List<Step> checks(Candidate candidate) {
    RuleInfo info = document.info();
    int day = candidate.context().day();
    String insurance = candidate.context().insurance();
    return List.of(
        check(
            "status is active",
            info.status() == RuleStatus.ACTIVE,
            info.status().name().toLowerCase(Locale.ROOT)),
        check(
            "visits: "
                + (info.visitTypes().isEmpty() ? "all" : String.join(", ", info.visitTypes())),
            entry.judges(candidate.visit()),
            candidate.visit().name().toLowerCase(Locale.ROOT)),
        check(
            "insurance: "
                + (info.insuranceTypes().isEmpty()
                    ? "all"
                    : String.join(", ", info.insuranceTypes())),
            info.insuranceTypes().isEmpty() || info.insuranceTypes().contains(insurance),
            insurance),
        check(
            "valid: from %s to %s".formatted(shown(info.validFrom()), shown(info.validTo())),
            day >= document.fromDay() && day <= document.toDay(),
            ShanghaiTime.formatDay(day)),
        check(
            "index: the condition's knowledge tables know its codes",
            entry.reaches(candidate),
            candidate.item()));
  }

  private static Step check(String text, boolean yes, String found) {
    return new Step(text, yes ? Answer.YES : Answer.NO, found);
  }

  private static String shown(String day) {
    return day.isEmpty() ? "always" : day;
  }

  private List<Value> parameters(Context context) {
    List<Value> values = new ArrayList<>();
    for (Parameter parameter : document.parameters()) {
      Object value =
          parameter.valueAt(context.day(), context.region(), context.level(), context.insurance());
      values.add(
          new Value(
              "param." + parameter.name(),
              FactTexts.text(value, parameter.type().celType().kind(), parameter.info().unit()),
              parameter.info().unit()));
    }
    return values;
  }

  private Value fact(int index, Evaluation evaluation, CheckedRule checked) {
    RuleDocument.FactText fact = document.facts().get(index);
    var type = checked.facts().get(index).getResultType();
    String text =
        text(
            () ->
                RuleScope.working(type)
                    ? ((List<?>) evaluation.fact(index)).size() + " of them"
                    : FactTexts.text(evaluation.fact(index), type.kind(), fact.unit()));
    return new Value(fact.name(), text, fact.unit());
  }

  private static String text(Supplier<String> value) {
    try {
      return value.get();
    } catch (EvaluationError e) {
      return "no value: " + e.getMessage();
    }
  }

  private static Step step(String text, String note, BooleanSupplier holds) {
    try {
      return new Step(text, holds.getAsBoolean() ? Answer.YES : Answer.NO, note);
    } catch (EvaluationError e) {
      return new Step(text, Answer.FAILS, String.valueOf(e.getMessage()));
    }
  }
}
