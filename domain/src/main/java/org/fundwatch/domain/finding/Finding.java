package org.fundwatch.domain.finding;

import java.util.List;
import org.fundwatch.domain.settlement.Institution;
import org.jspecify.annotations.Nullable;

/**
 * What one rule or model says about one subject, with the why frozen. Equal facts judged by equal
 * rules give an equal finding, whenever they arrive.
 *
 * @param schema version of this record's layout
 * @param id from rule, subject and anchors, see {@link FindingIds}
 * @param rule who says it
 * @param outcome how sure
 * @param confidence in 0..1; 1 for a contradiction, the score for a scored rule or model
 * @param subject about what
 * @param anchors what tells this finding from another of the same rule on the same subject: line
 *     ids, the earlier stay, a day
 * @param amountFen the amount at risk, in fen
 * @param serviceFromMillis first moment of service concerned
 * @param serviceToMillis last moment of service concerned
 * @param institution where
 * @param doctor who signed, empty when unknown
 * @param person token of the person, empty when no single person is concerned
 * @param insuranceType {@code insutype}
 * @param sentenceZh the sentence for the inspector, in Chinese
 * @param sentenceEn the same in English
 * @param facts values that decided
 * @param evidence where to look
 * @param model the model's trace, null for a rule
 */
public record Finding(
    int schema,
    String id,
    RuleRef rule,
    Outcome outcome,
    double confidence,
    Subject subject,
    List<String> anchors,
    long amountFen,
    long serviceFromMillis,
    long serviceToMillis,
    Institution institution,
    String doctor,
    String person,
    String insuranceType,
    String sentenceZh,
    String sentenceEn,
    List<FactValue> facts,
    List<Evidence> evidence,
    @Nullable ModelTrace model) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  public Finding {
    anchors = List.copyOf(anchors);
    facts = List.copyOf(facts);
    evidence = List.copyOf(evidence);
  }
}
