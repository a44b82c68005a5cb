package org.fundwatch.rules.check;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fundwatch.rules.schema.StructSpec;
import org.fundwatch.rules.source.Suggestions;
import org.fundwatch.rules.source.YamlValue;

/** Says cel-java's errors in the words and at the place of the author's file. */
final class ErrorWords {

  private static final Pattern UNKNOWN_NAME = Pattern.compile("undeclared reference to '(.+?)' .*");
  private static final Pattern UNKNOWN_FIELD = Pattern.compile("undefined field '(.+?)'");
  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '(.+?)' applied to '(.+?)' \\(candidates: (.*)\\)",
          Pattern.DOTALL);

  private final YamlValue expression;
  private final Environment environment;
  private final Map<String, StructSpec> structs;
  private final Set<String> variables;

  ErrorWords(
      YamlValue expression,
      Environment environment,
      Map<String, StructSpec> structs,
      Set<String> variables) {
    this.expression = expression;
    this.environment = environment;
    this.structs = structs;
    this.variables = variables;
  }

  void report(List<CelIssue> issues) {
    for (CelIssue issue : issues) {
      report(issue.getMessage(), index(issue.getSourceLocation()));
    }
  }

  private void report(String message, int at) {
    Matcher name = UNKNOWN_NAME.matcher(message);
    Matcher field = UNKNOWN_FIELD.matcher(message);
    Matcher overload = NO_OVERLOAD.matcher(message);
    if (name.matches()) {
      String found = name.group(1);
      // cel-java places a call at its bracket.
      boolean call = expression.text().startsWith("(", at);
      expression.issueInside(
          call ? at - found.length() : at,
          "unknown " + (call ? "function" : "name") + " '" + found + "'",
          Suggestions.allowed(found, call ? environment.functionNames() : variables));
    } else if (field.matches()) {
      expression.issueInside(
          Math.min(at + 1, expression.text().length()),
          "unknown field '" + field.group(1) + "'",
          fieldsNear(field.group(1)));
    } else if (overload.matches()) {
      expression.issueInside(
          at,
          "'%s' cannot take %s".formatted(plain(overload.group(1)), overload.group(2)),
          "allowed: " + overload.group(3));
    } else {
      expression.issueInside(at, "not understood: " + message.strip(), "a CEL expression");
    }
  }

  // The error does not say which type the field was looked for in, so every type that has a field
  // of nearly that name is named.
  private String fieldsNear(String found) {
    Collection<String> known = new TreeSet<>();
    structs.values().forEach(struct -> known.addAll(struct.fields().keySet()));
    return Suggestions.near(found, known) + "see docs/rule-authoring.md for each type's fields";
  }

  private int index(CelSourceLocation place) {
    String text = expression.text();
    int start = 0;
    for (int line = 1; line < place.getLine(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return Math.max(0, start + place.getColumn());
  }

  private static String plain(String operator) {
    return operator.replaceAll("^_(.+)_$", "$1").replace("_?_:_", "? :");
  }

  static String name(CelType type) {
    return CelTypes.format(type);
  }
}
