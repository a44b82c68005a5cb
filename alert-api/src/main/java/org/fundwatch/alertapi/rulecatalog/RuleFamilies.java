package org.fundwatch.alertapi.rulecatalog;

import java.util.Map;
import java.util.stream.Collectors;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.rules.RuleBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The families of the rules of this release, which findings do not carry. Thread-safe.
 *
 * <p>They are read off the rules' texts: to compile the library takes seconds, and alerts flow
 * without it.
 */
@Component
public final class RuleFamilies {
  /** The family of what models say. */
  public static final String MODEL = "本库/模型";

  private static final String RULE = "/rule.yaml";
  private static final String KEY = "family: ";

  private @Nullable Map<String, String> families;

  /** The family of a finding's rule, empty when this release has no such rule. */
  public String of(Finding finding) {
    return finding.model() == null ? families().getOrDefault(finding.rule().id(), "") : MODEL;
  }

  private synchronized Map<String, String> families() {
    if (families == null) {
      families =
          RuleBundle.builtIn().files().entrySet().stream()
              .filter(file -> file.getKey().startsWith("rules/") && file.getKey().endsWith(RULE))
              .collect(
                  Collectors.toMap(file -> id(file.getKey()), file -> family(file.getValue())));
    }
    return families;
  }

  /** A rule's folder is named as the rule. */
  private static String id(String path) {
    var folder = path.substring(0, path.length() - RULE.length());
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  private static String family(String text) {
    return text.lines()
        .filter(line -> line.startsWith(KEY))
        .map(line -> line.substring(KEY.length()).strip())
        .findFirst()
        .orElse("");
  }
}
