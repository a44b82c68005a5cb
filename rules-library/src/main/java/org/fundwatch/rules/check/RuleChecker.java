package org.fundwatch.rules.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fundwatch.rules.source.RuleDocument;
import org.fundwatch.rules.source.Suggestions;
import org.fundwatch.rules.source.YamlValue;
import org.jspecify.annotations.Nullable;

/** Checks one rule: its expressions, its sentences, its place in the library. */
public final class RuleChecker {

  /** What sentences can name beside the facts. */
  public static final List<String> SENTENCE_NAMES = List.of("amount", "institution");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final List<CelType> FACT_TYPES =
      List.of(
          SimpleType.INT,
          SimpleType.DOUBLE,
          SimpleType.BOOL,
          SimpleType.STRING,
          SimpleType.TIMESTAMP,
          SimpleType.DURATION,
          ListType.create(SimpleType.STRING));

  private final RuleDocument rule;
  private final Environment environment;
  private final RuleScope scope;
  private boolean complete = true;

  private RuleChecker(RuleDocument rule, Environment environment) {
    this.rule = rule;
    this.environment = environment;
    this.scope = new RuleScope(environment, rule);
  }

  /** The checked rule; empty, with issues, where anything is wrong with it. */
  public static Optional<CheckedRule> check(RuleDocument rule, Environment environment) {
    return new RuleChecker(rule, environment).checked();
  }

  private Optional<CheckedRule> checked() {
    String path = rule.place().file().replace("/rule.yaml", "");
    String folder = path.substring(path.lastIndexOf('/') + 1);
    if (!rule.info().id().equals(folder)) {
      rule.place()
          .issue(
              "id '" + rule.info().id() + "' in folder '" + folder + "'",
              "the folder's name as id");
      complete = false;
    }
    List<CelAbstractSyntaxTree> facts = new ArrayList<>();
    List<String> names = new ArrayList<>(SENTENCE_NAMES);
    for (RuleDocument.FactText fact : rule.facts()) {
      if (scope.knows(fact.name())) {
        fact.value().issue("fact '" + fact.name() + "'", "a name that nothing else has");
        complete = false;
        continue;
      }
      Optional<CelAbstractSyntaxTree> ast = scope.checkFact(fact.value(), FACT_TYPES);
      complete &= ast.isPresent();
      if (ast.filter(found -> RuleScope.working(found.getResultType())).isEmpty()) {
        names.add(fact.name());
      }
      ast.ifPresent(
          found -> {
            facts.add(found);
            scope.add(fact.name(), found.getResultType());
          });
    }
    Optional<CelAbstractSyntaxTree> condition = check(rule.condition(), List.of(SimpleType.BOOL));
    List<CelAbstractSyntaxTree> exceptions = new ArrayList<>();
    for (YamlValue exception : rule.exceptions()) {
      check(exception, List.of(SimpleType.BOOL)).ifPresent(exceptions::add);
    }
    CelAbstractSyntaxTree amount = optional(rule.amount(), SimpleType.INT);
    CelAbstractSyntaxTree confidence = optional(rule.confidence(), SimpleType.DOUBLE);
    List<CelAbstractSyntaxTree> evidence = new ArrayList<>();
    for (RuleDocument.EvidenceText ids : rule.evidence()) {
      check(ids.ids(), List.of(SimpleType.STRING, ListType.create(SimpleType.STRING)))
          .ifPresent(evidence::add);
    }
    checkSentence(rule.sentenceZh(), names);
    checkSentence(rule.sentenceEn(), names);
    return complete && condition.isPresent()
        ? Optional.of(
            new CheckedRule(
                rule,
                scope.structs(),
                facts,
                condition.get(),
                exceptions,
                amount,
                confidence,
                evidence,
                Requirements.of(environment, rule, facts, condition.get())))
        : Optional.empty();
  }

  private @Nullable CelAbstractSyntaxTree optional(@Nullable YamlValue expression, CelType type) {
    return expression == null ? null : check(expression, List.of(type)).orElse(null);
  }

  private Optional<CelAbstractSyntaxTree> check(YamlValue expression, List<CelType> allowed) {
    Optional<CelAbstractSyntaxTree> ast = scope.check(expression, allowed);
    complete &= ast.isPresent();
    return ast;
  }

  private void checkSentence(YamlValue sentence, List<String> names) {
    Matcher matcher = PLACEHOLDER.matcher(sentence.text());
    while (matcher.find()) {
      if (!names.contains(matcher.group(1))) {
        sentence.issueInside(
            matcher.start(),
            "unknown fact '" + matcher.group(1) + "'",
            Suggestions.allowed(matcher.group(1), names));
        complete = false;
      }
    }
  }
}
