package org.fundwatch.alertapi.rulecatalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.rules.RuleBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The texts of rules and knowledge tables that are at hand: the library of the installation, if it
 * has one of its own, and that of this release. The rule-set that the job runs may be another one;
 * what comes from here says of which rule-set it is. Read once. Thread-safe.
 */
@Component
public final class RuleTexts {
  private final RuleSettings settings;
  private @Nullable List<RuleBundle> bundles;

  RuleTexts(RuleSettings settings) {
    this.settings = settings;
  }

  /**
   * A rule's text.
   *
   * @param ruleSet version of the rule-set that it is from
   * @param exact true when that is the rule-set that judged, else it is another one with the rule
   *     in the same version
   * @param text {@code rule.yaml}
   */
  public record Text(String ruleSet, boolean exact, String text) {}

  /** The text of a rule as it judged, if it is at hand. */
  public Optional<Text> rule(RuleRef rule) {
    var exact =
        ruleSet(rule.ruleSet())
            .flatMap(bundle -> text(bundle, rule.id()))
            .map(text -> new Text(rule.ruleSet(), true, text));
    return exact.isPresent()
        ? exact
        : bundles().stream()
            .flatMap(
                bundle ->
                    text(bundle, rule.id())
                        .filter(text -> isOfVersion(text, rule.version()))
                        .map(text -> new Text(bundle.version(), false, text))
                        .stream())
            .findFirst();
  }

  /** The rule-set of a version, if it is at hand. */
  public Optional<RuleBundle> ruleSet(String version) {
    return bundles().stream().filter(bundle -> bundle.version().equals(version)).findFirst();
  }

  private static Optional<String> text(RuleBundle bundle, String rule) {
    var end = "/%s/rule.yaml".formatted(rule);
    return bundle.files().entrySet().stream()
        .filter(file -> file.getKey().endsWith(end))
        .map(file -> file.getValue())
        .findFirst();
  }

  private static boolean isOfVersion(String text, int version) {
    return text.lines().map(String::strip).anyMatch("version: %d".formatted(version)::equals);
  }

  private synchronized List<RuleBundle> bundles() {
    if (bundles == null) {
      var found = new ArrayList<RuleBundle>();
      var folder = settings.folder();
      if (folder != null) {
        try {
          found.add(RuleBundle.ofFolder(folder));
        } catch (IOException e) {
          throw new UncheckedIOException("fundwatch.rules.folder: cannot be read", e);
        }
      }
      found.add(RuleBundle.builtIn());
      bundles = List.copyOf(found);
    }
    return bundles;
  }
}
