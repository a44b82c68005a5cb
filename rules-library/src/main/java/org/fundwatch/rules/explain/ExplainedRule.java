package org.fundwatch.rules.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.source.Issues;
import org.fundwatch.rules.source.RuleDocument;
import org.fundwatch.rules.source.RuleDocument.FactText;
import org.fundwatch.rules.source.Yaml;
import org.fundwatch.rules.source.YamlValue;

/**
 * A rule whose condition can be looked into: each part of it is a fact more, behind its own.
 *
 * @param rule compiled with the facts more
 * @param parts the texts of the parts
 */
public record ExplainedRule(CompiledRule rule, List<String> parts) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public ExplainedRule {
    parts = List.copyOf(parts);
  }

  /** The texts of the parts of a rule's condition. */
  public static List<String> parts(RuleDocument rule) {
    return ConditionParts.of(rule.condition().text());
  }

  /** The rule as written, with a fact more for each part of its condition. */
  public static RuleDocument inParts(RuleDocument rule) {
    List<FactText> facts = new ArrayList<>(rule.facts());
    List<String> parts = parts(rule);
    for (int i = 0; i < parts.size(); i++) {
      facts.add(new FactText("part_of_condition_" + i, value(rule, parts.get(i)), ""));
    }
    return new RuleDocument(
        rule.info(),
        rule.place(),
        rule.subject(),
        rule.lookbackMillis(),
        rule.fromDay(),
        rule.toDay(),
        rule.visits(),
        rule.parameters(),
        facts,
        rule.condition(),
        rule.exceptions(),
        rule.amount(),
        rule.confidence(),
        rule.sentenceZh(),
        rule.sentenceEn(),
        rule.evidence());
  }

  private static YamlValue value(RuleDocument rule, String expression) {
    try {
      // A JSON string is a YAML scalar.
      return Yaml.parse(rule.place().file(), MAPPER.writeValueAsString(expression), new Issues())
          .orElseThrow();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a text can always be written as JSON", e);
    }
  }
}
