package org.fundwatch.rules.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundwatch.rules.check.Requirement.Part;
import org.fundwatch.rules.source.RuleDocument;

/**
 * Reads off a condition what it requires of the subject's codes.
 *
 * <p>A part is only taken as required where the condition is false, and not merely failing, without
 * it; so leaving the rule out there changes nothing.
 */
final class Requirements {

  private static final Set<String> ITEM_SUBJECTS = Set.of("line", "item", "use", "supply");
  private static final Set<String> CODED_SUBJECTS = Set.of("encounter", "settlement", "visit");
  private static final Set<String> SUMS = Set.of("sum", "total", "largest");

  private final Environment environment;
  private final Map<String, CelAbstractSyntaxTree> facts = new HashMap<>();
  // Variables of the loops around the expression at hand; with a part where the loop is over the
  // subject's diagnoses or items.
  private final Map<String, Optional<Part>> loops = new HashMap<>();

  private Requirements(
      Environment environment, RuleDocument rule, List<CelAbstractSyntaxTree> facts) {
    this.environment = environment;
    for (int i = 0; i < facts.size(); i++) {
      this.facts.put(rule.facts().get(i).name(), facts.get(i));
    }
  }

  /** What a condition requires; each one for itself is necessary. */
  static Set<Requirement> of(
      Environment environment,
      RuleDocument rule,
      List<CelAbstractSyntaxTree> facts,
      CelAbstractSyntaxTree condition) {
    return Set.copyOf(
        new Requirements(environment, rule, facts).ofTrue(condition, condition.getExpr()));
  }

  /** Required for a bool to be true. */
  private Set<Requirement> ofTrue(CelAbstractSyntaxTree ast, CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> fact(expr).map(fact -> ofTrue(fact, fact.getExpr())).orElseGet(Set::of);
      case COMPREHENSION -> ofExists(ast, expr.comprehension());
      case CALL -> {
        List<CelExpr> args = expr.call().args();
        yield switch (expr.call().function()) {
          case "_&&_" -> both(ofTrue(ast, args.get(0)), ofTrue(ast, args.get(1)));
          case "_||_" -> either(ofTrue(ast, args.get(0)), ofTrue(ast, args.get(1)));
          case "_?_:_" ->
              isFalse(args.get(2))
                  ? both(ofTrue(ast, args.get(0)), ofTrue(ast, args.get(1)))
                  : either(ofTrue(ast, args.get(1)), ofTrue(ast, args.get(2)));
          case "_>_" -> number(args.get(1)) >= 0 ? ofPositive(ast, args.get(0)) : Set.of();
          case "_>=_" -> number(args.get(1)) > 0 ? ofPositive(ast, args.get(0)) : Set.of();
          case "@in", "_in_" -> ofElements(ast, args.get(1));
          default -> Set.of();
        };
      }
      default -> Set.of();
    };
  }

  private Set<Requirement> ofExists(CelAbstractSyntaxTree ast, CelComprehension loop) {
    boolean exists =
        loop.accuInit().getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && loop.accuInit().constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
            && !loop.accuInit().constant().booleanValue();
    return exists
        ? both(
            ofElements(ast, loop.iterRange()),
            inside(loop, () -> ofTrue(ast, loop.loopStep().call().args().get(1))))
        : Set.of();
  }

  /** Required for a list to have an element. */
  private Set<Requirement> ofElements(CelAbstractSyntaxTree ast, CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> fact(expr).map(fact -> ofElements(fact, fact.getExpr())).orElseGet(Set::of);
      case COMPREHENSION -> {
        CelComprehension loop = expr.comprehension();
        Set<Requirement> range = ofElements(ast, loop.iterRange());
        CelExpr step = loop.loopStep();
        boolean filters =
            step.getKind() == CelExpr.ExprKind.Kind.CALL && step.call().function().equals("_?_:_");
        yield filters
            ? both(range, inside(loop, () -> ofTrue(ast, step.call().args().get(0))))
            : range;
      }
      case CALL -> {
        List<CelExpr> args = expr.call().args();
        String overload =
            ast.getReference(expr.id()).map(found -> found.overloadIds().get(0)).orElse("");
        if (environment.table(overload).isPresent()) {
          yield lookUp(expr.call().function(), args.get(0), 0).map(Set::of).orElseGet(Set::of);
        }
        yield switch (expr.call().function()) {
          case "_+_" -> either(ofElements(ast, args.get(0)), ofElements(ast, args.get(1)));
          case "_?_:_" ->
              isEmptyList(args.get(2))
                  ? both(ofTrue(ast, args.get(0)), ofElements(ast, args.get(1)))
                  : either(ofElements(ast, args.get(1)), ofElements(ast, args.get(2)));
          default -> Set.of();
        };
      }
      default -> Set.of();
    };
  }

  /** Required for a number to be above zero. */
  private Set<Requirement> ofPositive(CelAbstractSyntaxTree ast, CelExpr expr) {
    if (expr.getKind() == CelExpr.ExprKind.Kind.IDENT) {
      return fact(expr).map(fact -> ofPositive(fact, fact.getExpr())).orElseGet(Set::of);
    }
    if (expr.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return Set.of();
    }
    String function = expr.call().function();
    List<CelExpr> args = expr.call().args();
    if (function.equals("size")) {
      return ofElements(ast, expr.call().target().orElseGet(() -> args.get(0)));
    }
    if (SUMS.contains(function)) {
      return ofElements(ast, args.get(0));
    }
    return switch (function) {
      case "double", "int" -> ofPositive(ast, args.get(0));
      case "one" -> ofTrue(ast, args.get(0));
      case "least" -> both(ofPositive(ast, args.get(0)), ofPositive(ast, args.get(1)));
      case "most" -> either(ofPositive(ast, args.get(0)), ofPositive(ast, args.get(1)));
      case "_?_:_" ->
          number(args.get(2)) <= 0
              ? both(ofTrue(ast, args.get(0)), ofPositive(ast, args.get(1)))
              : either(ofPositive(ast, args.get(1)), ofPositive(ast, args.get(2)));
      default -> Set.of();
    };
  }

  private Optional<Requirement> lookUp(String table, CelExpr key, int prefix) {
    if (key.getKind() == CelExpr.ExprKind.Kind.CALL
        && key.call().function().equals("prefix")
        && prefix == 0) {
      int length = (int) number(key.call().args().get(1));
      return length > 0 ? lookUp(table, key.call().args().get(0), length) : Optional.empty();
    }
    return part(key).map(part -> new Requirement(part, prefix, table));
  }

  private Optional<Part> part(CelExpr key) {
    if (key.getKind() == CelExpr.ExprKind.Kind.IDENT) {
      return loops
          .getOrDefault(key.ident().name(), Optional.empty())
          .filter(part -> part == Part.ANY_DIAGNOSIS);
    }
    if (key.getKind() != CelExpr.ExprKind.Kind.SELECT
        || key.select().operand().getKind() != CelExpr.ExprKind.Kind.IDENT) {
      return Optional.empty();
    }
    String of = key.select().operand().ident().name();
    String field = key.select().field();
    if (field.equals("item")) {
      return loops.containsKey(of)
          ? loops.get(of).filter(part -> part == Part.ANY_ITEM)
          : ITEM_SUBJECTS.contains(of) ? Optional.of(Part.ITEM) : Optional.empty();
    }
    if (field.equals("token") && of.equals("person") && !loops.containsKey(of)) {
      return Optional.of(Part.PERSON);
    }
    if (!isSubject(of)) {
      return Optional.empty();
    }
    return switch (field) {
      case "main_diagnosis" -> Optional.of(Part.MAIN_DIAGNOSIS);
      case "institution" -> Optional.of(Part.INSTITUTION);
      default -> Optional.empty();
    };
  }

  private Set<Requirement> inside(CelComprehension loop, Condition condition) {
    Optional<Part> hidden = loops.put(loop.iterVar(), ranged(loop.iterRange()));
    Set<Requirement> requirements = condition.requirements();
    if (hidden == null) {
      loops.remove(loop.iterVar());
    } else {
      loops.put(loop.iterVar(), hidden);
    }
    return requirements;
  }

  private Optional<Part> ranged(CelExpr range) {
    if (range.getKind() != CelExpr.ExprKind.Kind.SELECT
        || range.select().operand().getKind() != CelExpr.ExprKind.Kind.IDENT
        || !isSubject(range.select().operand().ident().name())) {
      return Optional.empty();
    }
    return switch (range.select().field()) {
      case "diagnoses" -> Optional.of(Part.ANY_DIAGNOSIS);
      case "items", "lines" -> Optional.of(Part.ANY_ITEM);
      default -> Optional.empty();
    };
  }

  private boolean isSubject(String name) {
    return CODED_SUBJECTS.contains(name) && !loops.containsKey(name);
  }

  private Optional<CelAbstractSyntaxTree> fact(CelExpr ident) {
    return loops.containsKey(ident.ident().name())
        ? Optional.empty()
        : Optional.ofNullable(facts.get(ident.ident().name()));
  }

  private static double number(CelExpr expr) {
    if (expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
      CelConstant constant = expr.constant();
      if (constant.getKind() == CelConstant.Kind.INT64_VALUE) {
        return constant.int64Value();
      }
      if (constant.getKind() == CelConstant.Kind.DOUBLE_VALUE) {
        return constant.doubleValue();
      }
    }
    return Double.NaN;
  }

  private static boolean isFalse(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
        && !expr.constant().booleanValue();
  }

  private static boolean isEmptyList(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.LIST && expr.list().elements().isEmpty();
  }

  private static Set<Requirement> both(Set<Requirement> a, Set<Requirement> b) {
    Set<Requirement> both = new HashSet<>(a);
    both.addAll(b);
    return both;
  }

  private static Set<Requirement> either(Set<Requirement> a, Set<Requirement> b) {
    Set<Requirement> either = new HashSet<>(a);
    either.retainAll(b);
    return either;
  }

  private interface Condition {
    Set<Requirement> requirements();
  }
}
