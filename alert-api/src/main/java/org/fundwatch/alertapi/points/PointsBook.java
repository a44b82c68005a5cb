package org.fundwatch.alertapi.points;

import java.nio.file.Path;
import java.time.Clock;
import org.fundwatch.alertapi.cases.CaseReader;
import org.fundwatch.alertapi.procedure.term.WorkCalendar;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Regions;
import org.fundwatch.alertapi.standing.Days;
import org.fundwatch.alertapi.standing.Holder;
import org.fundwatch.alertapi.standing.MarkBooks;
import org.fundwatch.alertapi.standing.Marks;
import org.fundwatch.alertapi.standing.StandingSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The points register. Thread-safe. */
@Component
public final class PointsBook {
  private final PointsTables tables;
  private final Marks<PointsEntry> entries;
  private final Marks<PointsMeasure> measures;
  private final Clock clock;

  PointsBook(
      MarkBooks books,
      CaseReader cases,
      StandingSettings settings,
      @Value("${fundwatch.procedure.folder:#{null}}") @Nullable Path workdays,
      Clock clock) {
    this.tables = PointsTables.of(settings.folder());
    this.clock = clock;
    this.entries =
        books.of(
            "points",
            PointsEntry.class,
            new EntryRules(tables, cases, WorkCalendar.of(workdays), clock));
    this.measures =
        books.of("measure", PointsMeasure.class, new MeasureRules(tables, entries, clock));
  }

  PointsTables tables() {
    return tables;
  }

  /** Entries of points. */
  public Marks<PointsEntry> entries() {
    return entries;
  }

  /** What was imposed for points. */
  public Marks<PointsMeasure> measures() {
    return measures;
  }

  /** A doctor's points of a year, as far as the caller sees. */
  public PointsAccount account(String doctor, int year, Caller caller) {
    var own = entries.of(Holder.doctor(doctor), caller);
    return PointsAccount.of(
        doctor,
        year,
        own,
        measures.of(Holder.doctor(doctor), caller),
        tables,
        Regions.common(own.stream().map(entry -> entry.content().region()).distinct().toList()),
        Days.today(clock));
  }
}
