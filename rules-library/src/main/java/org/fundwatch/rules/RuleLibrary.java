package org.fundwatch.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fundwatch.rules.cases.CaseReader;
import org.fundwatch.rules.cases.CaseRunner;
import org.fundwatch.rules.cases.RuleCase;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.judge.Facts;
import org.fundwatch.rules.judge.RuleProbe;
import org.fundwatch.rules.source.Issues;
import org.fundwatch.rules.source.RuleDocument;
import org.fundwatch.rules.source.RuleReader;
import org.fundwatch.rules.source.Suggestions;

/** What rule authors do with a library: check it, run its cases, list it. */
public final class RuleLibrary {

  private static final String RULE = "/rule.yaml";

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

  /**
   * A rule with everything laid open.
   *
   * @throws RuleSetException when the rule has mistakes
   * @throws IllegalArgumentException when there is no such rule; the message names near ones
   */
  public static RuleProbe probe(RuleBundle bundle, String id) throws RuleSetException {
    return new RuleProbe(RuleCompiler.explained(bundle, path(bundle, id)));
  }

  /**
   * The facts of one case of a rule.
   *
   * @throws RuleSetException when the cases have mistakes
   * @throws IllegalArgumentException when there is no such rule or case; the message names near
   *     ones
   */
  public static Facts caseFacts(RuleBundle bundle, String id, String name) throws RuleSetException {
    String path = path(bundle, id).replace("rule.yaml", "cases.yaml");
    Issues issues = new Issues();
    List<RuleCase> cases = CaseReader.read(path, bundle.files().getOrDefault(path, ""), issues);
    if (!issues.isEmpty()) {
      throw new RuleSetException(issues.sorted());
    }
    List<String> names = cases.stream().map(RuleCase::name).toList();
    return cases.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(RuleCase::facts)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "case '%s' of %s: unknown; %s"
                        .formatted(name, id, Suggestions.allowed(name, names))));
  }

  /**
   * What a rule says about itself.
   *
   * @throws RuleSetException when the rule has mistakes
   * @throws IllegalArgumentException when there is no such rule; the message names near ones
   */
  public static RuleDocument document(RuleBundle bundle, String id) throws RuleSetException {
    String path = path(bundle, id);
    Issues issues = new Issues();
    Optional<RuleDocument> rule =
        RuleReader.read(path, bundle.files().getOrDefault(path, ""), issues);
    if (!issues.isEmpty() || rule.isEmpty()) {
      throw new RuleSetException(issues.sorted());
    }
    return rule.get();
  }

  // A rule's folder is named after it.
  private static String path(RuleBundle bundle, String id) {
    Map<String, String> paths = new TreeMap<>();
    for (String path : bundle.files().keySet()) {
      if (path.endsWith(RULE)) {
        String folder = path.substring(0, path.length() - RULE.length());
        paths.put(folder.substring(folder.lastIndexOf('/') + 1), path);
      }
    }
    String exact = paths.get(id);
    if (exact != null) {
      return exact;
    }
    // IP01 is enough where one rule alone begins so.
    List<String> meant =
        paths.keySet().stream()
            .filter(known -> known.startsWith(id.toUpperCase(Locale.ROOT) + "-"))
            .toList();
    if (meant.size() == 1) {
      return paths.getOrDefault(meant.get(0), "");
    }
    throw new IllegalArgumentException(
        "rule '%s': unknown; %sall of them: ./fundwatch rules list"
            .formatted(id, Suggestions.near(id, paths.keySet())));
  }

  /** The cases that stand beside a rule. */
  static List<RuleCase> casesOf(RuleBundle bundle, CompiledRule rule, Issues issues) {
    String path = rule.document().place().file().replace("rule.yaml", "cases.yaml");
    String text = bundle.files().get(path);
    return text == null ? List.of() : CaseReader.read(path, text, issues);
  }
}
