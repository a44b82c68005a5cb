package org.fundwatch.alertapi.priority;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The figures that hold.
 *
 * @param byRule those of rules and models that were measured
 */
public record Figures(Map<String, Figure> byRule) {
  /** Before anything was measured. */
  public static final Figures NONE = new Figures(Map.of());

  public Figures {
    byRule = Map.copyOf(byRule);
  }

  /** The figure of a rule, if it was measured. */
  public Optional<Figure> of(String rule) {
    return Optional.ofNullable(byRule.get(rule));
  }

  /** The last closing that brought a figure of one of the rules; 0 when none was measured. */
  int closing(Collection<String> rules) {
    return rules.stream()
        .map(this::of)
        .flatMap(Optional::stream)
        .mapToInt(Figure::closing)
        .max()
        .orElse(0);
  }
}
