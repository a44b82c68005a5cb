package org.fundwatch.rules.check;

import dev.cel.checker.CelChecker;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Comparison;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parses expressions and checks their types. cel-java declares every function anew for each
 * expression that it checks, which took most of the time of compiling a library: here it gets those
 * that the expression calls.
 */
final class Expressions {

  /** How expressions are read. */
  static final CelOptions OPTIONS = CelOptions.current().build();

  private static final CelParser PARSER =
      CelParserFactory.standardCelParserBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();

  private Expressions() {}

  /**
   * Checks an expression.
   *
   * @param types its types by name
   * @param variables what it can name
   */
  static CelValidationResult check(
      String text, Environment environment, CelTypeProvider types, List<CelVarDecl> variables) {
    CelValidationResult parsed = PARSER.parse(text);
    if (parsed.hasError()) {
      return parsed;
    }
    try {
      CelAbstractSyntaxTree ast = parsed.getAst();
      Set<String> called = called(ast);
      CelChecker checker =
          CelCompilerFactory.standardCelCheckerBuilder()
              .setOptions(OPTIONS)
              .setStandardEnvironmentEnabled(false)
              .setStandardDeclarations(
                  CelStandardDeclarations.newBuilder()
                      .filterFunctions(
                          (function, overload) ->
                              called.contains(function.functionName()) && standard(overload))
                      .build())
              .setTypeProvider(types)
              .addFunctionDeclarations(environment.declarations(called))
              .addVarDeclarations(variables)
              .build();
      return checker.check(ast);
    } catch (CelValidationException e) {
      throw new IllegalStateException("an expression without errors has a syntax tree", e);
    }
  }

  private static Set<String> called(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CALL)
        .map(node -> node.expr().call().function())
        .collect(Collectors.toSet());
  }

  // As cel-java itself chooses under the options.
  private static boolean standard(StandardOverload overload) {
    return !(overload instanceof Comparison comparison && comparison.isHeterogeneousComparison());
  }
}
