package org.fundwatch.alertapi.priority;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * Appraises alerts by a table of efforts and one of deadlines. Equal alerts and tables give equal
 * answers, whenever they are asked. Thread-safe.
 */
public final class Appraiser {
  private static final Comparator<Effort> NEAREST =
      Comparator.<Effort>comparingInt(row -> row.region().length())
          .thenComparingInt(row -> row.family().length())
          .thenComparingInt(row -> row.subject() == null ? 0 : 1);
  private static final Comparator<Work> HARDEST =
      Comparator.<Work>comparingInt(work -> work.effort().minutes())
          .thenComparing(Work::rule, Comparator.reverseOrder());

  private final List<Effort> efforts;
  private final List<Deadline> deadlines;

  /**
   * @param efforts where several rows cover a finding, the one with the longest region counts, then
   *     the longest family, then a subject; one covers everything
   * @param deadlines where several cover an alert, the one with the longest region counts; each
   *     outcome has one for everywhere
   */
  public Appraiser(List<Effort> efforts, List<Deadline> deadlines) {
    this.efforts = List.copyOf(efforts);
    this.deadlines = List.copyOf(deadlines);
  }

  /**
   * Appraises an alert.
   *
   * @param familyOf the family of a rule or model, empty for an unknown one
   */
  public Appraisal appraise(Alert alert, Function<Finding, String> familyOf) {
    var work = work(alert, familyOf);
    var confidence = Priority.share(alert.confidence());
    var priority =
        new Priority(
            Priority.fenPerHour(alert.amountFen(), confidence, work.effort().minutes()),
            alert.amountFen(),
            confidence,
            alert.findings().stream()
                .max(Comparator.comparingDouble(Finding::confidence))
                .map(finding -> finding.rule().id())
                .orElse(""),
            work.effort(),
            work.rule());
    var deadline = deadline(alert);
    return new Appraisal(priority, due(alert, deadline), deadline);
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
}
