package org.fundwatch.alertapi.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.standing.CommonFaults;
import org.fundwatch.alertapi.standing.Days;
import org.fundwatch.alertapi.standing.Mark;
import org.fundwatch.alertapi.standing.MarkRules;
import org.fundwatch.alertapi.standing.Marks;

/** What is asked of a measure: that the points reach it, and that it lasts as long as allowed. */
record MeasureRules(PointsTables tables, Marks<PointsEntry> entries, Clock clock)
    implements MarkRules<PointsMeasure> {

  @Override
  public List<FieldFault> faults(PointsMeasure measure, Caller caller) {
    var faults = CommonFaults.of(measure, Days.today(clock).plusYears(1), caller);
    var account =
        PointsAccount.of(
            measure.doctor(),
            measure.year(),
            entries.of(measure.holder(), caller),
            List.of(),
            tables,
            measure.region(),
            Days.today(clock));
    var reached =
        account.reached().stream()
            .filter(row -> row.consequence().key().equals(measure.measure()))
            .findFirst();
    if (reached.isEmpty()) {
      faults.add(
          new FieldFault(
              "measure",
              "%s, with %d points in %d"
                  .formatted(measure.measure(), account.total(), measure.year()),
              account.reached().isEmpty()
                  ? "nothing: no threshold is reached"
                  : "reached are "
                      + account.reached().stream().map(row -> row.consequence().key()).toList()));
      return faults;
    }
    var row = reached.get().consequence();
    if (measure.months() < row.monthsLeast() || measure.months() > row.monthsMost()) {
      faults.add(
          new FieldFault(
              "months",
              "" + measure.months(),
              "%d to %d".formatted(row.monthsLeast(), row.monthsMost())));
    }
    return faults;
  }

  @Override
  public List<FieldFault> repairFaults(
      Mark<PointsMeasure> mark, int amount, List<Mark<PointsMeasure>> all, Caller caller) {
    return CommonFaults.ofRepair(mark, amount, Days.today(clock));
  }

  /** One objects to the points that it follows from. */
  @Override
  public Optional<LocalDate> objectionUntil(Mark<PointsMeasure> mark) {
    return Optional.empty();
  }
}
