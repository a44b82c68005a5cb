package org.fundwatch.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.rules.cases.RuleCase;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.source.Issues;

/** The library as tests see it: compiled rules with their cases. */
final class Library {

  private Library() {}

  record Entry(CompiledRule rule, List<RuleCase> cases) {
    String id() {
      return rule.document().info().id();
    }
  }

  static List<Entry> of(RuleBundle bundle) throws RuleSetException {
    List<Entry> entries = new ArrayList<>();
    Issues issues = new Issues();
    for (CompiledRule rule : RuleCompiler.compileAll(bundle)) {
      entries.add(new Entry(rule, RuleLibrary.casesOf(bundle, rule, issues)));
    }
    return entries;
  }

  /** One built-in rule with its knowledge and the gates, a text of one of its files replaced. */
  static RuleBundle with(String path, String before, String after) {
    Map<String, String> files = new TreeMap<>(RuleBundle.builtIn().files());
    String text = files.getOrDefault(path, "");
    if (!text.contains(before)) {
      throw new IllegalArgumentException(path + " has no '" + before + "'");
    }
    String folder = path.substring(0, path.lastIndexOf('/'));
    files
        .keySet()
        .removeIf(
            file ->
                file.startsWith("rules/")
                    && !file.startsWith("rules/quality/")
                    && !file.startsWith(folder));
    files.put(path, text.replace(before, after));
    return RuleBundle.of(files);
  }
}
