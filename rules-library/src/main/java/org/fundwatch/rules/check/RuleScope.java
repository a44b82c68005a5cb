package org.fundwatch.rules.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructTypeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundwatch.rules.schema.Schema;
import org.fundwatch.rules.schema.StructSpec;
import org.fundwatch.rules.source.Parameter;
import org.fundwatch.rules.source.RuleDocument;
import org.fundwatch.rules.source.YamlValue;

/**
 * What one rule's expressions can name: the variables of its subject, {@code param}, and the facts
 * stated so far.
 */
public final class RuleScope {

  /** The options under which rules are read; the oracle of the tests uses the same. */
  public static final CelOptions OPTIONS = Expressions.OPTIONS;

  private static final String PARAMETERS = "Parameters";

  private final Environment environment;
  private final Map<String, StructSpec> structs;
  private final CelTypeProvider types;
  private final Set<String> names = new LinkedHashSet<>();
  private final List<CelVarDecl> variables = new ArrayList<>();

  /** Before any fact. */
  public RuleScope(Environment environment, RuleDocument rule) {
    this.environment = environment;
    structs = new TreeMap<>(environment.structs());
    StructSpec parameters = parameters(rule.parameters());
    structs.put(PARAMETERS, parameters);
    types = environment.typesAnd(parameters.celType());
    rule.subject().variables().forEach((name, view) -> add(name, Schema.typeOf(view)));
    add("param", StructTypeReference.create(PARAMETERS));
  }

  /** The types that its expressions can have, by name. */
  public Map<String, StructSpec> structs() {
    return structs;
  }

  /** Makes a name known to the expressions that follow. */
  public void add(String name, CelType type) {
    names.add(name);
    variables.add(CelVarDecl.newVarDeclaration(name, type));
  }

  /** True where a name is taken. */
  public boolean knows(String name) {
    return names.contains(name);
  }

  /**
   * Checks an expression.
   *
   * @param allowed the types it may have; any where empty
   * @return empty, with issues at their places, where it is wrong
   */
  public Optional<CelAbstractSyntaxTree> check(YamlValue expression, List<CelType> allowed) {
    return check(expression, allowed, false);
  }

  /** The same for a fact, which can also be a working. */
  Optional<CelAbstractSyntaxTree> checkFact(YamlValue expression, List<CelType> allowed) {
    return check(expression, allowed, true);
  }

  /** True for lists of encounters, lines and the like: steps of a rule that no finding shows. */
  public static boolean working(CelType type) {
    return type instanceof ListType list && list.elemType().kind() == CelKind.STRUCT;
  }

  private Optional<CelAbstractSyntaxTree> check(
      YamlValue expression, List<CelType> allowed, boolean workings) {
    String text = expression.text();
    CelValidationResult result = Expressions.check(text, environment, types, variables);
    if (result.hasError()) {
      new ErrorWords(expression, environment, structs, names)
          .report(new ArrayList<CelIssue>(result.getErrors()));
      return Optional.empty();
    }
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      boolean supported = Support.check(ast, environment, expression);
      if (!allowed.isEmpty()
          && !allowed.contains(ast.getResultType())
          && !(workings && working(ast.getResultType()))) {
        expression.issue(
            "an expression of type " + ErrorWords.name(ast.getResultType()),
            "one of type "
                + allowed.stream().map(ErrorWords::name).collect(Collectors.joining(" or ")));
        return Optional.empty();
      }
      return supported ? Optional.of(ast) : Optional.empty();
    } catch (CelValidationException e) {
      throw new IllegalStateException("an expression without errors has a syntax tree", e);
    }
  }

  private static StructSpec parameters(List<Parameter> parameters) {
    Map<String, StructSpec.FieldSpec> fields = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      String reader =
          switch (parameter.type()) {
            case INT, DURATION -> "whole";
            case DOUBLE -> "decimal";
            case TEXT -> "text";
            case LIST -> "texts";
          };
      fields.put(
          parameter.name(),
          new StructSpec.FieldSpec(
              parameter.name(),
              parameter.type().celType(),
              "." + reader + "(" + i + ")",
              parameter.info().meaning()));
    }
    return new StructSpec(PARAMETERS, Parameter.class, fields);
  }
}
