package org.fundwatch.alertapi.rulecatalog;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.rules.RuleBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What rules of this release say of themselves that findings do not carry. Thread-safe.
 *
 * <p>They are read off the rules' texts: to compile the library takes seconds, and alerts flow
 * without it.
 */
@Component
public final class RuleFamilies {
  /** The family of what models say. */
  public static final String MODEL = "本库/模型";

  private static final String RULE = "/rule.yaml";
  private static final String FAMILY = "family: ";
  private static final String CONFIDENCE = "confidence: ";

  private @Nullable Map<String, Known> rules;

  /**
   * What a rule says of itself.
   *
   * @param family of it
   * @param confidence the expression of its confidence, as it is written
   */
  public record Known(String family, String confidence) {}

  /** The family of a finding's rule, empty when this release has no such rule. */
  public String of(Finding finding) {
    return finding.model() == null ? of(finding.rule().id()).map(Known::family).orElse("") : MODEL;
  }

  /** A rule of this release. */
  public Optional<Known> of(String rule) {
    return Optional.ofNullable(rules().get(rule));
  }

  private synchronized Map<String, Known> rules() {
    if (rules == null) {
      rules =
          RuleBundle.builtIn().files().entrySet().stream()
              .filter(file -> file.getKey().startsWith("rules/") && file.getKey().endsWith(RULE))
              .collect(Collectors.toMap(file -> id(file.getKey()), file -> known(file.getValue())));
    }
    return rules;
  }

  /** A rule's folder is named as the rule. */
  private static String id(String path) {
    var folder = path.substring(0, path.length() - RULE.length());
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  private static Known known(String text) {
    // A rule that states no confidence is sure.
    return new Known(
        value(text, FAMILY).orElse(""),
        value(text, CONFIDENCE).map(RuleFamilies::bare).orElse("1"));
  }

  private static Optional<String> value(String text, String key) {
    return text.lines()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).strip())
        .findFirst();
  }

  private static String bare(String value) {
    return value.replaceFirst("^\"(.*)\"$", "$1");
  }
}
