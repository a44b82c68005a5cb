package org.fundwatch.alertapi.priority;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.Suppression;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * Appraises alerts by tables and by the figures that hold. Equal alerts, tables and figures give
 * equal answers, whenever they are asked. Thread-safe.
 */
public final class Appraiser {
  private static final Comparator<Effort> NEAREST =
      Comparator.<Effort>comparingInt(row -> row.region().length())
          .thenComparingInt(row -> row.family().length())
          .thenComparingInt(row -> row.subject() == null ? 0 : 1);
  private static final Comparator<Work> HARDEST =
      Comparator.<Work>comparingInt(work -> work.effort().minutes())
          .thenComparing(Work::rule, Comparator.reverseOrder());

  private static final Comparator<Belief> SUREST =
      Comparator.<Belief>comparingDouble(belief -> belief.calibration().result())
          .thenComparing(Belief::rule, Comparator.reverseOrder());

  private final List<Effort> efforts;
  private final List<Deadline> deadlines;
  private final List<Weight> weights;
  private final Supplier<Figures> figures;

  /**
   * @param efforts where several rows cover a finding, the one with the longest region counts, then
   *     the longest family, then a subject; one covers everything
   * @param deadlines where several cover an alert, the one with the longest region counts; each
   *     outcome has one for everywhere
   * @param weights where several cover a finding, the one with the longest family counts; one
   *     covers everything
   * @param figures those that hold when an alert is appraised
   */
  public Appraiser(
      List<Effort> efforts,
      List<Deadline> deadlines,
      List<Weight> weights,
      Supplier<Figures> figures) {
    this.efforts = List.copyOf(efforts);
    this.deadlines = List.copyOf(deadlines);
    this.weights = List.copyOf(weights);
    this.figures = figures;
  }

  /**
   * Appraises an alert.
   *
   * @param familyOf the family of a rule or model, empty for an unknown one
   */
  public Appraisal appraise(Alert alert, Function<Finding, String> familyOf) {
    var work = work(alert, familyOf);
    var holding = figures.get();
    var belief = belief(alert, familyOf, holding);
    var confidence = belief.calibration().result();
    var priority =
        new Priority(
            Priority.fenPerHour(alert.amountFen(), confidence, work.effort().minutes()),
            alert.amountFen(),
            confidence,
            belief.rule(),
            belief.calibration(),
            work.effort(),
            work.rule());
    var deadline = deadline(alert);
    var rules = alert.findings().stream().map(finding -> finding.rule().id()).toList();
    return new Appraisal(priority, due(alert, deadline), deadline, holding.closing(rules));
  }

  /** The row that says how much the stated confidence of a rule of a family counts. */
  public Weight weight(String family) {
    return weights.stream()
        .filter(row -> row.covers(family))
        .max(Comparator.comparingInt(row -> row.family().length()))
        .orElseThrow(() -> new IllegalStateException("weight: no row covers everything"));
  }

  /** What is believed most of the findings that no data gate has put aside, if there are any. */
  private Belief belief(Alert alert, Function<Finding, String> familyOf, Figures holding) {
    var aside = alert.suppressed().stream().map(Suppression::findingId).collect(Collectors.toSet());
    var speaking =
        alert.findings().stream().filter(finding -> !aside.contains(finding.id())).toList();
    return (speaking.isEmpty() ? alert.findings() : speaking)
        .stream()
            .map(finding -> belief(finding, familyOf.apply(finding), holding))
            .max(SUREST)
            .orElseGet(() -> new Belief("", Calibration.of(alert.confidence(), null, weight(""))));
  }

  private Belief belief(Finding finding, String family, Figures holding) {
    var rule = finding.rule().id();
    return new Belief(
        rule, Calibration.of(finding.confidence(), holding.byRule().get(rule), weight(family)));
  }

  private Work work(Alert alert, Function<Finding, String> familyOf) {
    return alert.findings().stream()
        .map(finding -> new Work(finding.rule().id(), effort(alert, familyOf.apply(finding))))
        .max(HARDEST)
        .orElseGet(() -> new Work("", effort(alert, "")));
  }

  private Effort effort(Alert alert, String family) {
    return efforts.stream()
        .filter(row -> row.covers(region(alert), family, alert.subject().kind()))
        .max(NEAREST)
        .orElseThrow(() -> new IllegalStateException("effort: no row covers everything"));
  }

  private Deadline deadline(Alert alert) {
    return deadlines.stream()
        .filter(row -> row.outcome() == alert.outcome() && region(alert).startsWith(row.region()))
        .max(Comparator.comparingInt(row -> row.region().length()))
        .orElseThrow(() -> new IllegalStateException("deadline: no row covers " + alert.outcome()));
  }

  private static String region(Alert alert) {
    return Objects.requireNonNullElse(alert.institution().region(), "");
  }

  private static LocalDate due(Alert alert, Deadline deadline) {
    var raised =
        alert.lineage().isEmpty() ? alert.serviceToMillis() : alert.lineage().get(0).atMillis();
    return LocalDate.ofEpochDay(ShanghaiTime.epochDay(raised) + deadline.days());
  }

  private record Work(String rule, Effort effort) {}

  private record Belief(String rule, Calibration calibration) {}
}
