package org.fundwatch.rules.source;

import java.time.Duration;
import java.util.List;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.rules.RuleInfo;
import org.fundwatch.rules.schema.SubjectType;
import org.jspecify.annotations.Nullable;

/**
 * A rule as written, its texts with their places.
 *
 * @param info what is shown of it
 * @param place the document, for issues about the rule as a whole
 * @param subject what it is judged on
 * @param lookbackMillis how far back it looks
 * @param fromDay first day of service it judges
 * @param toDay last day of service it judges
 * @param visits groups of visits it judges, all where empty
 * @param parameters in order
 * @param facts in order; each may name those before it
 * @param condition a bool
 * @param exceptions bools, in order
 * @param amount an int of fen, null for none
 * @param confidence a double, null for 1
 * @param sentenceZh template in Chinese
 * @param sentenceEn template in English
 * @param evidence texts or lists of texts
 */
public record RuleDocument(
    RuleInfo info,
    YamlValue place,
    SubjectType subject,
    long lookbackMillis,
    int fromDay,
    int toDay,
    List<MedType> visits,
    List<Parameter> parameters,
    List<FactText> facts,
    YamlValue condition,
    List<YamlValue> exceptions,
    @Nullable YamlValue amount,
    @Nullable YamlValue confidence,
    YamlValue sentenceZh,
    YamlValue sentenceEn,
    List<EvidenceText> evidence) {

  /** How far back a rule may look: a job keeps nothing longer unless told to. */
  public static final Duration LONGEST_LOOKBACK = Duration.ofDays(400);

  public RuleDocument {
    visits = List.copyOf(visits);
    parameters = List.copyOf(parameters);
    facts = List.copyOf(facts);
    exceptions = List.copyOf(exceptions);
    evidence = List.copyOf(evidence);
  }

  /** The place of a field for issues about it; that of the rule where it says nothing of it. */
  public YamlValue place(String field) {
    return place.entries().getOrDefault(field, place);
  }

  /**
   * A named value that the finding keeps.
   *
   * @param name in expressions and sentences
   * @param value the expression
   * @param unit day, yuan, percent ..., empty for none
   */
  public record FactText(String name, YamlValue value, String unit) {}

  /**
   * A pointer to evidence.
   *
   * @param kind of what
   * @param ids an expression
   */
  public record EvidenceText(Evidence.Kind kind, YamlValue ids) {}
}
