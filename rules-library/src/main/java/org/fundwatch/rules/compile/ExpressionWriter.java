package org.fundwatch.rules.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fundwatch.rules.check.Environment;
import org.fundwatch.rules.check.Operator;
import org.fundwatch.rules.schema.FunctionSpec;

/**
 * Writes one checked expression as a Java expression. What needs statements (loops, the logical
 * operators over operands that can fail) becomes a method of the class, which gets the loop
 * variables in scope as arguments.
 */
final class ExpressionWriter {

  private final CelAbstractSyntaxTree ast;
  private final Environment environment;
  private final JavaTypes types;
  private final Map<String, String> names;
  private final ClassBody body;
  private final Deque<Local> locals = new ArrayDeque<>();

  private record Local(String name, String java, String type) {}

  /**
   * A writer.
   *
   * @param names Java of the variables and facts, by name
   * @param body where methods and constants go
   */
  ExpressionWriter(
      CelAbstractSyntaxTree ast,
      Environment environment,
      JavaTypes types,
      Map<String, String> names,
      ClassBody body) {
    this.ast = ast;
    this.environment = environment;
    this.types = types;
    this.names = names;
    this.body = body;
  }

  String write() {
    return write(ast.getExpr());
  }

  private String write(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr.constant());
      case IDENT -> ident(expr.ident().name());
      case SELECT -> select(expr);
      case CALL -> call(expr);
      case LIST -> list(expr);
      case COMPREHENSION -> loop(expr);
      default -> throw unexpected(expr);
    };
  }

  private static String constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE -> String.valueOf(constant.booleanValue());
      case INT64_VALUE -> constant.int64Value() + "L";
      case DOUBLE_VALUE -> "(" + constant.doubleValue() + ")";
      case STRING_VALUE -> quoted(constant.stringValue());
      default -> throw new IllegalStateException("constant " + constant.getKind());
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= ' ' && c < 127) {
        quoted.append(c);
      } else {
        quoted.append("\\u%04x".formatted((int) c));
      }
    }
    return quoted.append('"').toString();
  }

  private String ident(String name) {
    for (Local local : locals) {
      if (local.name().equals(name)) {
        return local.java();
      }
    }
    String java = names.get(name);
    if (java == null) {
      throw new IllegalStateException("name " + name + " passed the check unknown");
    }
    return java;
  }

  private String select(CelExpr expr) {
    CelExpr operand = expr.select().operand();
    return write(operand) + types.struct(type(operand)).field(expr.select().field()).access();
  }

  private String call(CelExpr expr) {
    String overload = ast.getReferenceOrThrow(expr.id()).overloadIds().get(0);
    List<CelExpr> operands = new ArrayList<>();
    expr.call().target().ifPresent(operands::add);
    operands.addAll(expr.call().args());
    return switch (overload) {
      case "logical_and" -> logical(operands, true);
      case "logical_or" -> logical(operands, false);
      case "conditional" ->
          "(%s ? %s : %s)"
              .formatted(write(operands.get(0)), write(operands.get(1)), write(operands.get(2)));
      case "equals" -> equal(operands);
      case "not_equals" -> "(!" + equal(operands) + ")";
      case "in_list" ->
          "%s.contains(%s)"
              .formatted(
                  write(operands.get(1)), types.box(write(operands.get(0)), type(operands.get(0))));
      case "index_list" ->
          types.unbox(
              "org.fundwatch.rules.compile.Operations.element(%s, %s)"
                  .formatted(write(operands.get(0)), write(operands.get(1))),
              type(expr));
      default -> named(overload, operands);
    };
  }

  private String named(String overload, List<CelExpr> operands) {
    List<String> arguments = operands.stream().map(this::write).toList();
    Optional<Operator> operator = Operator.of(overload);
    if (operator.isPresent()) {
      String java = operator.get().java();
      for (int i = 0; i < arguments.size(); i++) {
        java = java.replace("$" + i, arguments.get(i));
      }
      return java;
    }
    Optional<Integer> table = environment.table(overload);
    if (table.isPresent()) {
      return "rows(" + table.get() + ", " + arguments.get(0) + ")";
    }
    FunctionSpec function = environment.function(overload).orElseThrow();
    String given = String.join(", ", arguments);
    return "%s.%s(%s)"
        .formatted(
            function.method().getDeclaringClass().getName(),
            function.method().getName(),
            function.readsGrouping() ? "grouping, " + given : given);
  }

  private String equal(List<CelExpr> operands) {
    String left = write(operands.get(0));
    String right = write(operands.get(1));
    return switch (type(operands.get(0)).kind()) {
      case INT, DOUBLE, BOOL, TIMESTAMP, DURATION -> "(" + left + " == " + right + ")";
      default -> left + ".equals(" + right + ")";
    };
  }

  private String list(CelExpr expr) {
    List<CelExpr> elements = expr.list().elements();
    String array =
        elements.stream()
            .map(element -> types.box(write(element), type(element)))
            .collect(Collectors.joining(", ", "new Object[] {", "}"));
    String list = "java.util.Arrays.asList(" + array + ")";
    if (elements.stream().allMatch(e -> e.getKind() == CelExpr.ExprKind.Kind.CONSTANT)) {
      String name = body.name("LIST");
      body.add("private static final java.util.List " + name + " = " + list + ";");
      return name;
    }
    return list;
  }

  // CEL's && is false where either side is false, even when the other fails.
  private String logical(List<CelExpr> operands, boolean and) {
    String left = write(operands.get(0));
    String right = write(operands.get(1));
    if (!fails(operands.get(0))) {
      return "(" + left + (and ? " && " : " || ") + right + ")";
    }
    return method(
        "boolean",
        """
        boolean left;
        try {
          left = %s;
        } catch (EvaluationError e) {
          if (%s(%s)) return %s;
          throw e;
        }
        return left %s (%s);
        """
            .formatted(left, and ? "!" : "", right, !and, and ? "&&" : "||", right));
  }

  private String method(String type, String statements) {
    String name = body.name("part");
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    for (Iterator<Local> all = locals.descendingIterator(); all.hasNext(); ) {
      Local local = all.next();
      parameters.add(local.type() + " " + local.java());
      arguments.add(local.java());
    }
    body.add(
        "private %s %s(%s) {\n%s}"
            .formatted(type, name, String.join(", ", parameters), statements));
    return name + "(" + String.join(", ", arguments) + ")";
  }

  /** The loops of CEL's macros: exists, all, exists_one, map and filter. */
  private String loop(CelExpr expr) {
    CelComprehension loop = expr.comprehension();
    String range = write(loop.iterRange());
    CelType element = ((ListType) type(loop.iterRange())).elemType();
    Local item = new Local(loop.iterVar(), body.name("item"), types.of(element));
    locals.push(item);
    CelExpr step = loop.loopStep();
    String statements;
    String result;
    if (loop.accuInit().getKind() == CelExpr.ExprKind.Kind.LIST) {
      result = "java.util.List";
      statements = collect(step);
    } else if (loop.accuInit().constant().getKind() == CelConstant.Kind.INT64_VALUE) {
      result = "boolean";
      statements = "if (" + write(step.call().args().get(0)) + ") count++;\n";
    } else {
      result = "boolean";
      boolean all = loop.accuInit().constant().booleanValue();
      statements = search(step.call().args().get(1), all);
    }
    locals.pop();
    String before =
        result.equals("boolean")
            ? "EvaluationError failed = null;\nint count = 0;\n"
            : "java.util.List out = new java.util.ArrayList();\n";
    String after =
        !result.equals("boolean")
            ? "return out;\n"
            : loop.accuInit().constant().getKind() == CelConstant.Kind.INT64_VALUE
                ? "return count == 1;\n"
                : "if (failed != null) throw failed;\nreturn "
                    + loop.accuInit().constant().booleanValue()
                    + ";\n";
    return method(
        result,
        before
            + "java.util.List all = %s;\nfor (int i = 0, n = all.size(); i < n; i++) {\n"
                .formatted(range)
            + "%s %s = %s;\n"
                .formatted(item.type(), item.java(), types.unbox("all.get(i)", element))
            + statements
            + "}\n"
            + after);
  }

  private String search(CelExpr predicate, boolean all) {
    String decided =
        "if (" + (all ? "!" : "") + "(" + write(predicate) + ")) return " + !all + ";\n";
    return fails(predicate)
        ? "try {\n" + decided + "} catch (EvaluationError e) {\nfailed = e;\n}\n"
        : decided;
  }

  private String collect(CelExpr step) {
    CelExpr append = step;
    String guard = "";
    if (step.call().function().equals("_?_:_")) {
      guard = "if (" + write(step.call().args().get(0)) + ") ";
      append = step.call().args().get(1);
    }
    CelExpr added = append.call().args().get(1).list().elements().get(0);
    return guard + "out.add(" + types.box(write(added), type(added)) + ");\n";
  }

  private boolean fails(CelExpr expr) {
    return Failing.canFail(ast, expr, names);
  }

  private CelType type(CelExpr expr) {
    return ast.getTypeOrThrow(expr.id());
  }

  private static IllegalStateException unexpected(CelExpr expr) {
    return new IllegalStateException("expression " + expr.getKind() + " passed the check");
  }
}
