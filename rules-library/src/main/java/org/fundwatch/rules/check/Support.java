package org.fundwatch.rules.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.List;
import java.util.Set;
import org.fundwatch.rules.source.YamlValue;

/** Whether an expression keeps to the part of CEL that rules may use. */
final class Support {

  private static final Set<String> BUILT_IN =
      Set.of(
          "logical_and",
          "logical_or",
          "conditional",
          "equals",
          "not_equals",
          "in_list",
          "index_list",
          "not_strictly_false");

  private Support() {}

  /** Adds an issue for each thing that CEL knows and rules may not use. */
  static boolean check(CelAbstractSyntaxTree ast, Environment environment, YamlValue expression) {
    List<CelNavigableExpr> wrong =
        CelNavigableAst.fromAst(ast)
            .getRoot()
            .allNodes()
            .filter(node -> !supported(ast, environment, node.expr()))
            .toList();
    for (CelNavigableExpr node : wrong) {
      expression.issueInside(
          ast.getSource().getPositionsMap().getOrDefault(node.id(), 0),
          "'" + what(node.expr()) + "' is not part of the rule language",
          "fields, comparisons, arithmetic, lists with exists, all, filter and map, and the"
              + " functions in docs/rule-authoring.md");
    }
    return wrong.isEmpty();
  }

  private static boolean supported(
      CelAbstractSyntaxTree ast, Environment environment, CelExpr expr) {
    return switch (expr.getKind()) {
      case CALL ->
          ast.getReference(expr.id()).map(CelReference::overloadIds).orElseThrow().stream()
              .allMatch(
                  overload ->
                      BUILT_IN.contains(overload)
                          || Operator.of(overload).isPresent()
                          || environment.function(overload).isPresent()
                          || environment.table(overload).isPresent());
      case CONSTANT ->
          switch (expr.constant().getKind()) {
            case BOOLEAN_VALUE, INT64_VALUE, DOUBLE_VALUE, STRING_VALUE -> true;
            default -> false;
          };
      case SELECT -> !expr.select().testOnly();
      case IDENT, LIST, COMPREHENSION -> true;
      default -> false;
    };
  }

  private static String what(CelExpr expr) {
    return switch (expr.getKind()) {
      case CALL -> expr.call().function();
      case SELECT -> "has(" + expr.select().field() + ")";
      case CONSTANT -> String.valueOf(expr.constant().getKind());
      default -> String.valueOf(expr.getKind());
    };
  }
}
