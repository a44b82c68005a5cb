package org.fundwatch.rules.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.rules.check.CheckedRule;
import org.fundwatch.rules.check.Environment;
import org.fundwatch.rules.source.RuleDocument;
import org.jspecify.annotations.Nullable;

/** Writes a checked rule as a Java class. */
final class RuleWriter {

  private final CheckedRule rule;
  private final Environment environment;
  private final JavaTypes types;
  private final Map<String, String> names = new HashMap<>();
  private final ClassBody body = new ClassBody();

  private RuleWriter(CheckedRule rule, Environment environment) {
    this.rule = rule;
    this.environment = environment;
    this.types = new JavaTypes(rule.structs());
  }

  /** The source of a class of that name, and of its factory {@code <name>Factory}. */
  static String write(CheckedRule rule, Environment environment, String className) {
    return new RuleWriter(rule, environment).classes(className);
  }

  private String classes(String className) {
    StringBuilder assignments = new StringBuilder();
    int index = 0;
    for (Map.Entry<String, Class<?>> variable : rule.document().subject().variables().entrySet()) {
      String type = variable.getValue().getName();
      String name = "var_" + variable.getKey();
      names.put(variable.getKey(), name);
      body.add("private final " + type + " " + name + ";");
      assignments.append("%s = (%s) variables.get(%d);\n".formatted(name, type, index++));
    }
    names.put("param", "param");
    List<String> facts = new ArrayList<>();
    for (int i = 0; i < rule.facts().size(); i++) {
      RuleDocument.FactText fact = rule.document().facts().get(i);
      CelType type = rule.facts().get(i).getResultType();
      String call = fact(i, rule.facts().get(i), types.of(type));
      names.put(fact.name(), call);
      facts.add(types.box(call, type));
    }
    body.add("public boolean condition() {\nreturn " + java(rule.condition()) + ";\n}");
    body.add(choice("boolean exception", rule.exceptions().stream().map(this::java).toList()));
    body.add(choice("Object fact", facts));
    body.add(choice("Object evidence", rule.evidence().stream().map(this::java).toList()));
    body.add("public long amount() {\nreturn " + orElse(rule.amount(), "0L") + ";\n}");
    body.add("public double confidence() {\nreturn " + orElse(rule.confidence(), "1.0") + ";\n}");
    return """
    public final class %1$s extends Evaluation {
    %2$s
    public %1$s(java.util.List variables, Evaluation.Inputs inputs) {
    super(inputs);
    %3$s}
    }
    public final class %1$sFactory implements Evaluation.Factory {
    public Evaluation create(java.util.List variables, Evaluation.Inputs inputs) {
    return new %1$s(variables, inputs);
    }
    }
    """
        .formatted(className, body.text(), assignments);
  }

  private String fact(int index, CelAbstractSyntaxTree ast, String type) {
    String name = Failing.FACT + index;
    body.add(
        """
        private boolean known%1$d;
        private %2$s value%1$d;
        private %2$s %3$s() {
        if (!known%1$d) {
        value%1$d = %4$s;
        known%1$d = true;
        }
        return value%1$d;
        }"""
            .formatted(index, type, name, java(ast)));
    return name + "()";
  }

  private String orElse(@Nullable CelAbstractSyntaxTree ast, String otherwise) {
    return ast == null ? otherwise : java(ast);
  }

  private String java(CelAbstractSyntaxTree ast) {
    return new ExpressionWriter(ast, environment, types, names, body).write();
  }

  private static String choice(String signature, List<String> values) {
    StringBuilder method = new StringBuilder("public " + signature + "(int index) {\n");
    for (int i = 0; i < values.size(); i++) {
      method.append("if (index == %d) return %s;\n".formatted(i, values.get(i)));
    }
    return method.append("throw new IndexOutOfBoundsException();\n}").toString();
  }
}
