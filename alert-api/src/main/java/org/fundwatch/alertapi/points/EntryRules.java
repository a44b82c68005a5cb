package org.fundwatch.alertapi.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.cases.CaseReader;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.procedure.term.UnknownYearException;
import org.fundwatch.alertapi.procedure.term.WorkCalendar;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.standing.Act;
import org.fundwatch.alertapi.standing.CommonFaults;
import org.fundwatch.alertapi.standing.Days;
import org.fundwatch.alertapi.standing.Mark;
import org.fundwatch.alertapi.standing.MarkRules;
import org.fundwatch.alertapi.standing.MarkState;
import org.fundwatch.alertapi.standing.Validity;

/** What is asked of an entry of points: a ground, so many points, and the case that it rests on. */
record EntryRules(PointsTables tables, CaseReader cases, WorkCalendar calendar, Clock clock)
    implements MarkRules<PointsEntry> {

  @Override
  public List<FieldFault> faults(PointsEntry entry, Caller caller) {
    var faults = CommonFaults.of(entry, Days.today(clock), caller);
    var ground = Validity.find(tables.grounds(), entry.ground(), entry.region(), entry.day());
    if (ground.isEmpty()) {
      faults.add(new FieldFault("ground", entry.ground(), grounds(entry)));
      return faults;
    }
    int least = ground.get().least();
    int most = ground.get().most();
    if (entry.points() < least || entry.points() > most) {
      faults.add(new FieldFault("points", "" + entry.points(), least + " to " + most));
    }
    var outcomes = ground.get().outcomes();
    if (!outcomes.isEmpty() || !entry.caseId().isEmpty()) {
      var found = cases.find(entry.caseId(), caller);
      if (found.isEmpty()) {
        faults.add(new FieldFault("caseId", entry.caseId(), "the id of a case"));
      } else if (!outcomes.isEmpty() && !outcomes.contains(found.get().state().outcome())) {
        faults.add(
            new FieldFault(
                "caseId",
                "%s, outcome %s".formatted(entry.caseId(), found.get().state().outcome()),
                "a case with outcome " + outcomes.stream().sorted().toList()));
      }
    }
    return faults;
  }

  private String grounds(PointsEntry entry) {
    return Validity.all(tables.grounds(), entry.region(), entry.day()).stream()
        .map(PointsTables.PointsGround::key)
        .collect(Collectors.joining(", "));
  }

  @Override
  public List<FieldFault> repairFaults(
      Mark<PointsEntry> mark, int amount, List<Mark<PointsEntry>> all, Caller caller) {
    var faults = CommonFaults.ofRepair(mark, amount, Days.today(clock));
    int year = mark.content().day().getYear();
    int repaired =
        all.stream()
            .filter(other -> other.content().day().getYear() == year)
            .filter(other -> other.state() != MarkState.WITHDRAWN)
            .mapToInt(Mark::repaired)
            .sum();
    int most =
        tables
            .term(PointsTables.REPAIR, mark.content().region(), Days.today(clock))
            .map(PointsTables.PointsTerm::value)
            .orElse(0);
    if (repaired + amount > most) {
      faults.add(
          new FieldFault(
              "amount",
              "%d after %d of %d".formatted(amount, repaired, year),
              most + " points of a year at most"));
    }
    return faults;
  }

  /** So many working days after the day of the approval; of an unknown year none is guessed. */
  @Override
  public Optional<LocalDate> objectionUntil(Mark<PointsEntry> mark) {
    if (mark.state() == MarkState.PROPOSED || mark.state() == MarkState.REFUSED) {
      return Optional.empty();
    }
    var approved = Days.of(mark.last(Act.APPROVE).at());
    return tables
        .term(PointsTables.OBJECTION, mark.content().region(), approved)
        .flatMap(term -> workdaysAfter(approved, term.value()));
  }

  private Optional<LocalDate> workdaysAfter(LocalDate day, int days) {
    try {
      var end = day;
      for (int left = days; left > 0; ) {
        end = end.plusDays(1);
        left -= calendar.isWorkday(end) ? 1 : 0;
      }
      return Optional.of(end);
    } catch (UnknownYearException e) {
      return Optional.empty();
    }
  }
}
