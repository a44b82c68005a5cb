package org.fundwatch.alertapi.credit;

import java.time.LocalDate;
import java.util.List;
import org.fundwatch.alertapi.standing.Holder;
import org.fundwatch.alertapi.standing.Mark;
import org.fundwatch.alertapi.standing.MarkState;

/**
 * How an institution or a doctor stands, as far as the asker's regions show it.
 *
 * @param day that it is told for
 * @param score from 0 to {@link #FULL}, see the formula
 * @param grade the row of the table that the score has
 * @param counted entries that count on the day
 * @param proposed entries that nobody has approved: they count for nothing
 * @param ended entries refused, withdrawn, repaired, or over
 * @param formula how the score is made
 */
public record CreditReport(
    Holder holder,
    LocalDate day,
    int score,
    CreditTables.CreditGrade grade,
    List<Mark<CreditEntry>> counted,
    List<Mark<CreditEntry>> proposed,
    List<Mark<CreditEntry>> ended,
    String formula) {
  /** The score of who has no entries. */
  public static final int FULL = 100;

  private static final String FORMULA =
      "100 - sum of deductions of the counted entries, at least 0";

  static CreditReport of(
      Holder holder,
      List<Mark<CreditEntry>> marks,
      CreditTables tables,
      String region,
      LocalDate day) {
    var counted = marks.stream().filter(mark -> mark.countsOn(day)).toList();
    long deductions = counted.stream().mapToLong(Mark::weight).sum();
    int score = (int) Math.max(0, FULL - deductions);
    return new CreditReport(
        holder,
        day,
        score,
        tables.grade(score, region, day),
        counted,
        marks.stream().filter(mark -> mark.state() == MarkState.PROPOSED).toList(),
        marks.stream()
            .filter(mark -> !mark.countsOn(day) && mark.state() != MarkState.PROPOSED)
            .toList(),
        FORMULA);
  }
}
