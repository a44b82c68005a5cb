package org.fundwatch.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.rules.cases.CaseReader;
import org.fundwatch.rules.cases.CaseRunner;
import org.fundwatch.rules.cases.RuleCase;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.source.Issues;

/** What rule authors do with a library: check it, run its cases, list it. */
public final class RuleLibrary {

  private RuleLibrary() {}

  /**
   * Every mistake in the rules, knowledge tables and cases of a folder; empty where it would be
   * accepted.
   *
   * @throws IOException when a file cannot be read
   */
  public static List<RuleIssue> lint(Path folder) throws IOException {
    return lint(RuleBundle.ofFolder(folder));
  }

  /** Every mistake in a bundle. */
  public static List<RuleIssue> lint(RuleBundle bundle) {
    Issues issues = new Issues();
    try {
      RuleCompiler.compileAll(bundle);
    } catch (RuleSetException e) {
      e.issues().forEach(issues::add);
    }
    bundle
        .files()
        .forEach(
            (path, text) -> {
              if (path.endsWith("/cases.yaml")) {
                CaseReader.read(path, text, issues);
              }
            });
    return issues.sorted();
  }

  /**
   * The outcome of one case.
   *
   * @param rule the rule's id
   * @param name the case's name
   * @param problems what is not as the case states; empty where it passes
   */
  public record CaseResult(String rule, String name, List<String> problems) {

    public CaseResult {
      problems = List.copyOf(problems);
    }

    /** True where all is as stated. */
    public boolean passed() {
      return problems.isEmpty();
    }
  }

  /**
   * Runs every case of a bundle.
   *
   * @throws RuleSetException when rules or cases have mistakes
   */
  public static List<CaseResult> test(RuleBundle bundle) throws RuleSetException {
    List<CaseResult> results = new ArrayList<>();
    Issues issues = new Issues();
    for (CompiledRule rule : RuleCompiler.compileAll(bundle)) {
      for (RuleCase one : casesOf(bundle, rule, issues)) {
        results.add(
            new CaseResult(rule.document().info().id(), one.name(), CaseRunner.run(rule, one)));
      }
    }
    if (!issues.isEmpty()) {
      throw new RuleSetException(issues.sorted());
    }
    return results;
  }

  /** The cases that stand beside a rule. */
  static List<RuleCase> casesOf(RuleBundle bundle, CompiledRule rule, Issues issues) {
    String path = rule.document().place().file().replace("rule.yaml", "cases.yaml");
    String text = bundle.files().get(path);
    return text == null ? List.of() : CaseReader.read(path, text, issues);
  }
}
