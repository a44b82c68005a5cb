package org.fundwatch.rules.check;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundwatch.rules.schema.StructSpec;
import org.fundwatch.rules.source.RuleDocument;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose every expression is understood.
 *
 * @param document as written
 * @param structs the types of its expressions, by name
 * @param facts in order
 * @param condition a bool
 * @param exceptions bools
 * @param amount an int, null for none
 * @param confidence a double, null for 1
 * @param evidence texts or lists of texts
 * @param requirements what the condition requires of the subject's codes
 */
public record CheckedRule(
    RuleDocument document,
    Map<String, StructSpec> structs,
    List<CelAbstractSyntaxTree> facts,
    CelAbstractSyntaxTree condition,
    List<CelAbstractSyntaxTree> exceptions,
    @Nullable CelAbstractSyntaxTree amount,
    @Nullable CelAbstractSyntaxTree confidence,
    List<CelAbstractSyntaxTree> evidence,
    Set<Requirement> requirements) {

  public CheckedRule {
    structs = Map.copyOf(structs);
    facts = List.copyOf(facts);
    exceptions = List.copyOf(exceptions);
    evidence = List.copyOf(evidence);
    requirements = Set.copyOf(requirements);
  }
}
