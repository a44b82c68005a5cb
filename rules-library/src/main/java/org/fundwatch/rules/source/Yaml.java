package org.fundwatch.rules.source;

import java.util.Optional;
import org.fundwatch.rules.RuleIssue;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML and keeps the place of every value. */
public final class Yaml {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setAllowDuplicateKeys(true).setMaxAliasesForCollections(0).build();

  private Yaml() {}

  /** The document of a file; empty, with an issue, where the text is no YAML document. */
  public static Optional<YamlValue> parse(String file, String text, Issues issues) {
    try {
      Optional<YamlValue> root =
          new Compose(SETTINGS)
              .composeString(text)
              .map(node -> new YamlValue(file, text, node, issues));
      if (root.isEmpty()) {
        issues.add(new RuleIssue(file, 1, 1, "empty file", "a YAML mapping"));
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
      issues.add(new RuleIssue(file, line, column, "no YAML: " + e.getProblem(), "YAML 1.2"));
      return Optional.empty();
    } catch (YamlEngineException e) {
      issues.add(new RuleIssue(file, 1, 1, "no YAML: " + e.getMessage(), "YAML 1.2"));
      return Optional.empty();
    }
  }
}
