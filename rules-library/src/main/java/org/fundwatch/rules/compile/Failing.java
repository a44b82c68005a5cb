package org.fundwatch.rules.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.Map;
import org.fundwatch.rules.check.Operator;

/** Whether an expression can fail on some facts. */
final class Failing {

  /** How the Java of a fact begins; a fact may fail, a variable does not. */
  static final String FACT = "fact";

  private Failing() {}

  static boolean canFail(CelAbstractSyntaxTree ast, CelExpr expr, Map<String, String> names) {
    return switch (expr.getKind()) {
      case IDENT -> names.getOrDefault(expr.ident().name(), "").startsWith(FACT);
      case SELECT -> canFail(ast, expr.select().operand(), names);
      case LIST -> expr.list().elements().stream().anyMatch(e -> canFail(ast, e, names));
      case COMPREHENSION ->
          canFail(ast, expr.comprehension().iterRange(), names)
              || canFail(ast, expr.comprehension().loopStep(), names);
      case CALL -> {
        String overload = ast.getReferenceOrThrow(expr.id()).overloadIds().get(0);
        yield overload.equals("index_list")
            || Operator.of(overload).map(Operator::fails).orElse(false)
            || expr.call().target().map(e -> canFail(ast, e, names)).orElse(false)
            || expr.call().args().stream().anyMatch(e -> canFail(ast, e, names));
      }
      default -> false;
    };
  }
}
