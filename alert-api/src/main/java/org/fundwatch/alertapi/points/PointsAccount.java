package org.fundwatch.alertapi.points;

import java.time.LocalDate;
import java.util.List;
import org.fundwatch.alertapi.points.PointsTables.Basis;
import org.fundwatch.alertapi.points.PointsTables.PointsConsequence;
import org.fundwatch.alertapi.standing.Mark;
import org.fundwatch.alertapi.standing.MarkState;
import org.fundwatch.alertapi.standing.Validity;

/**
 * A doctor's points of a natural year, as far as the asker's regions show them.
 *
 * @param total what counts
 * @param highest the points of the entry with the most, without what was repaired
 * @param repaired points of the year that were repaired
 * @param counted approved entries
 * @param proposed entries that nobody has approved: they count for nothing
 * @param ended entries refused, withdrawn or repaired
 * @param reached what follows from the points, by the tables; somebody has to impose it
 * @param inForce measures that hold today, with their last day
 * @param formula how the total is made
 */
public record PointsAccount(
    String doctor,
    int year,
    int total,
    int highest,
    int repaired,
    List<Mark<PointsEntry>> counted,
    List<Mark<PointsEntry>> proposed,
    List<Mark<PointsEntry>> ended,
    List<PointsReached> reached,
    List<MeasureInForce> inForce,
    String formula) {
  /** How the total is made. */
  private static final String FORMULA =
      "sum of (points - repaired) over the approved entries of the year";

  /** A consequence that is reached, and the points that reach it. */
  public record PointsReached(PointsConsequence consequence, int points) {}

  /**
   * A measure that holds.
   *
   * @param until its last day
   */
  public record MeasureInForce(Mark<PointsMeasure> measure, LocalDate until) {}

  /**
   * The account of a year.
   *
   * @param entries of the doctor, of whatever year
   * @param measures of the doctor, of whatever year
   * @param region whose table holds
   */
  static PointsAccount of(
      String doctor,
      int year,
      List<Mark<PointsEntry>> entries,
      List<Mark<PointsMeasure>> measures,
      PointsTables tables,
      String region,
      LocalDate today) {
    var ofYear = entries.stream().filter(entry -> entry.content().day().getYear() == year).toList();
    var counted = ofYear.stream().filter(entry -> entry.state().counts()).toList();
    int total = counted.stream().mapToInt(Mark::weight).sum();
    int highest = counted.stream().mapToInt(Mark::weight).max().orElse(0);
    var lastDay = LocalDate.of(year, 12, 31);
    var day = today.isBefore(lastDay) ? today : lastDay;
    return new PointsAccount(
        doctor,
        year,
        total,
        highest,
        counted.stream().mapToInt(Mark::repaired).sum(),
        counted,
        ofYear.stream().filter(entry -> entry.state() == MarkState.PROPOSED).toList(),
        ofYear.stream()
            .filter(entry -> !entry.state().counts() && entry.state() != MarkState.PROPOSED)
            .toList(),
        Validity.all(tables.consequences(), region, day).stream()
            .map(row -> new PointsReached(row, row.basis() == Basis.YEAR ? total : highest))
            .filter(reached -> reached.points() >= reached.consequence().points())
            .toList(),
        measures.stream()
            .filter(measure -> measure.countsOn(today))
            .map(measure -> new MeasureInForce(measure, measure.content().until()))
            .toList(),
        FORMULA);
  }
}
