package org.fundwatch.alertapi.precision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.fundwatch.alertapi.priority.Calibration;
import org.fundwatch.alertapi.priority.Figure;
import org.fundwatch.alertapi.priority.Figures;

/**
 * What a closing changes, as the journal keeps it: rules that are not named keep their figures.
 *
 * @param material a rule is named when its counts move the confidence of an alert by so much, or
 *     more
 * @param rules those that are named, by id
 */
record Closing(double material, List<Counted> rules) {
  Closing {
    rules = List.copyOf(rules);
  }

  /** The counts of a rule. */
  record Counted(String rule, long confirmed, long dismissed) {
    Figure figure(int closing, long at) {
      return new Figure(rule, confirmed, dismissed, closing, at);
    }
  }

  /**
   * What counts change.
   *
   * @param holding the figures that hold
   * @param counts by rule; one that is missing has none
   * @param weight of a rule, in decided alerts
   * @param material see {@link Closing}
   * @return nothing when no rule is to be named
   */
  static Optional<Closing> of(
      Figures holding, Map<String, Decided> counts, ToIntFunction<String> weight, double material) {
    var rules = new TreeSet<>(counts.keySet());
    rules.addAll(holding.byRule().keySet());
    var named = new ArrayList<Counted>();
    for (var rule : rules) {
      var now = counts.getOrDefault(rule, Decided.NONE);
      var counted = new Counted(rule, now.confirmed(), now.dismissed());
      var before = holding.of(rule).orElseGet(() -> new Figure(rule, 0, 0, 0, 0));
      double moved = Calibration.moved(before, counted.figure(0, 0), weight.applyAsInt(rule));
      if (moved >= material) {
        named.add(counted);
      }
    }
    return named.isEmpty() ? Optional.empty() : Optional.of(new Closing(material, named));
  }
}
