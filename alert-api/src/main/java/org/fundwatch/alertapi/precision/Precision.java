package org.fundwatch.alertapi.precision;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.fundwatch.alertapi.priority.Appraiser;
import org.fundwatch.alertapi.priority.Calibration;
import org.fundwatch.alertapi.priority.Figure;
import org.fundwatch.alertapi.priority.Weight;
import org.fundwatch.alertapi.rulecatalog.RuleFamilies;
import org.fundwatch.alertapi.rulecatalog.RuleFamilies.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How right rules and models have been. Thread-safe. */
@Service
class Precision {
  private final Decisions decisions;
  private final Closings closings;
  private final RuleFamilies families;
  private final Appraiser appraiser;
  private final PrecisionSettings settings;

  Precision(
      Decisions decisions,
      Closings closings,
      RuleFamilies families,
      Appraiser appraiser,
      PrecisionSettings settings) {
    this.decisions = decisions;
    this.closings = closings;
    this.families = families;
    this.appraiser = appraiser;
    this.settings = settings;
  }

  /**
   * A rule or model.
   *
   * @param rule its id
   * @param family of it; empty for a model, and for a rule that this release has not
   * @param stated the confidence that it states: a number, or how it comes to one; empty as above
   * @param decided what people decided until now
   * @param figure the figure that priorities reckon with, null before the first
   * @param weight how much the stated confidence counts against it
   * @param calibrated what priorities believe of it; null where it states another confidence for
   *     each alert
   */
  record Line(
      String rule,
      String family,
      String stated,
      Decided decided,
      @Nullable Figure figure,
      Weight weight,
      @Nullable Double calibrated) {}

  /** Every rule and model that people have decided about, by id. */
  List<Line> all() {
    var counts = decisions.count();
    var figures = closings.get();
    var rules = new TreeSet<>(counts.keySet());
    rules.addAll(figures.byRule().keySet());
    return rules.stream()
        .map(
            rule ->
                line(rule, counts.getOrDefault(rule, Decided.NONE), figures.of(rule).orElse(null)))
        .toList();
  }

  private Line line(String rule, Decided decided, @Nullable Figure figure) {
    var known = families.of(rule).orElse(new Known("", ""));
    var weight = weight(rule);
    return new Line(
        rule,
        known.family(),
        known.confidence(),
        decided,
        figure,
        weight,
        calibrated(known.confidence(), figure, weight));
  }

  private static @Nullable Double calibrated(
      String stated, @Nullable Figure figure, Weight weight) {
    try {
      return Calibration.of(Double.parseDouble(stated), figure, weight).result();
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The figures that a rule has had, the first first; none for one that was not measured. */
  List<Figure> history(String rule) {
    return closings.history(rule);
  }

  /**
   * Closes the figures, if one has moved enough.
   *
   * @return how many have
   */
  OptionalInt close() {
    var holding = closings.reload();
    var closing =
        Closing.of(holding, decisions.count(), rule -> weight(rule).decided(), settings.material());
    return closing.isPresent() && closings.close(closing.get(), holding)
        ? OptionalInt.of(closing.get().rules().size())
        : OptionalInt.empty();
  }

  /** Findings of models tell that they are; what is no rule of this release counts as one. */
  private Weight weight(String rule) {
    return appraiser.weight(families.of(rule).map(Known::family).orElse(RuleFamilies.MODEL));
  }
}
