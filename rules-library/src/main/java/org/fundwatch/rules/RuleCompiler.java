package org.fundwatch.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundwatch.rules.check.CheckedRule;
import org.fundwatch.rules.check.Environment;
import org.fundwatch.rules.check.RuleChecker;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.compile.RuleClasses;
import org.fundwatch.rules.explain.ExplainedRule;
import org.fundwatch.rules.judge.Judge;
import org.fundwatch.rules.knowledge.GroupingBook;
import org.fundwatch.rules.knowledge.KnowledgeReader;
import org.fundwatch.rules.knowledge.KnowledgeTable;
import org.fundwatch.rules.source.Issues;
import org.fundwatch.rules.source.RuleDocument;
import org.fundwatch.rules.source.RuleReader;
import org.fundwatch.rules.source.Suggestions;

/** Compiles a bundle to a rule-set, or refuses it whole with every mistake. */
public final class RuleCompiler {

  private static final Comparator<CompiledRule> BY_ID =
      Comparator.comparing(rule -> rule.document().info().id());

  private RuleCompiler() {}

  /**
   * Compiles. Only active rules judge; those on trial are there to be asked apart.
   *
   * @throws RuleSetException when anything in the bundle is wrong
   */
  public static RuleSet compile(RuleBundle bundle) throws RuleSetException {
    List<CompiledRule> rules = compileAll(bundle);
    return new RuleSet(
        bundle.version(),
        rules.stream().map(rule -> rule.document().info()).toList(),
        new Judge(of(RuleStatus.ACTIVE, rules), bundle.version(), failure -> {}),
        of(RuleStatus.SHADOW, rules));
  }

  private static List<CompiledRule> of(RuleStatus status, List<CompiledRule> rules) {
    return rules.stream().filter(rule -> rule.document().info().status() == status).toList();
  }

  /** Every rule of a bundle, by id, whatever its status. */
  static List<CompiledRule> compileAll(RuleBundle bundle) throws RuleSetException {
    Issues issues = new Issues();
    List<KnowledgeTable> tables = tables(bundle, issues);
    Environment environment = new Environment(tables);
    // Rules know nothing of each other, and reading and checking them takes most of the time.
    List<RuleDocument> documents =
        List.copyOf(bundle.files().entrySet()).parallelStream()
            .filter(file -> file.getKey().endsWith("/rule.yaml"))
            .map(file -> RuleReader.read(file.getKey(), file.getValue(), issues))
            .flatMap(Optional::stream)
            .toList();
    Map<String, String> places = new HashMap<>();
    documents.forEach(rule -> checkUnique(rule, places));
    List<CheckedRule> checked =
        documents.parallelStream()
            .map(rule -> RuleChecker.check(rule, environment))
            .flatMap(Optional::stream)
            .toList();
    documents.forEach(rule -> checkSuccessor(rule, places.keySet()));
    Gates.check(documents);
    if (!issues.isEmpty()) {
      throw new RuleSetException(issues.sorted());
    }
    return RuleClasses.compile(checked, environment).stream().sorted(BY_ID).toList();
  }

  /** One rule of a bundle in a form that can be looked into. */
  static ExplainedRule explained(RuleBundle bundle, String path) throws RuleSetException {
    Issues issues = new Issues();
    Environment environment = new Environment(tables(bundle, issues));
    Optional<RuleDocument> document =
        RuleReader.read(path, bundle.files().getOrDefault(path, ""), issues);
    Optional<CheckedRule> checked =
        document.flatMap(rule -> RuleChecker.check(ExplainedRule.inParts(rule), environment));
    if (!issues.isEmpty() || document.isEmpty() || checked.isEmpty()) {
      throw new RuleSetException(issues.sorted());
    }
    return new ExplainedRule(
        RuleClasses.compile(List.of(checked.get()), environment).get(0),
        ExplainedRule.parts(document.get()));
  }

  private static List<KnowledgeTable> tables(RuleBundle bundle, Issues issues) {
    List<KnowledgeTable> tables = new ArrayList<>();
    bundle
        .files()
        .forEach(
            (path, text) -> {
              if (path.startsWith("knowledge/")) {
                tables.add(KnowledgeReader.read(path, text, issues));
              }
            });
    GroupingBook.check(tables, issues);
    return tables;
  }

  private static void checkUnique(RuleDocument rule, Map<String, String> places) {
    String before = places.put(rule.info().id(), rule.place().file());
    if (before != null) {
      rule.place()
          .issue("id '" + rule.info().id() + "' is that of " + before, "an id never used before");
    }
  }

  private static void checkSuccessor(RuleDocument rule, Set<String> ids) {
    String successor = rule.info().successor();
    if (successor.isEmpty()) {
      if (rule.info().status() == RuleStatus.DEPRECATED) {
        rule.place().issue("deprecated without a successor", "successor: the id of another rule");
      }
    } else if (!ids.contains(successor) || successor.equals(rule.info().id())) {
      rule.place("successor")
          .issue(
              "successor '" + successor + "'",
              Suggestions.near(successor, ids) + "the id of another rule");
    }
  }
}
