package org.fundwatch.streaming.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.streaming.judging.Judge;
import org.jspecify.annotations.Nullable;

/** Whose day it is: what tells the days apart, and how one is judged. */
public enum DayKind {
  DOCTOR {
    @Override
    String owner(Visit visit) {
      return visit.doctor();
    }

    @Override
    List<Finding> judge(List<Visit> visits, Judge judge) {
      Visit any = visits.get(0);
      return judge.doctorDay(new DoctorDay(any.doctor(), day(any), visits));
    }
  },
  INSTITUTION {
    @Override
    String owner(Visit visit) {
      return visit.institution().code();
    }

    @Override
    List<Finding> judge(List<Visit> visits, Judge judge) {
      // The name may differ between settlements: the last one has it right.
      Visit last = visits.get(visits.size() - 1);
      return judge.institutionDay(new InstitutionDay(last.institution(), day(last), visits));
    }
  };

  private static final Comparator<Visit> ORDER =
      Comparator.comparingLong(Visit::settledMillis)
          .thenComparing(Visit::settlementId)
          .thenComparing(Visit::person);

  abstract String owner(Visit visit);

  /** What the visits of one day show, at least one, in order. */
  abstract List<Finding> judge(List<Visit> visits, Judge judge);

  /**
   * A settlement's difference as changes of days: one where it stays on its day, two where it moves
   * to another, none where nobody's day is concerned.
   */
  public List<VisitChange> changes(
      @Nullable Visit before, @Nullable Visit after, SettlementEvent cause) {
    List<VisitChange> changes = new ArrayList<>(2);
    String to = after == null ? "" : key(after);
    if (before != null && !key(before).equals(to)) {
      add(changes, before, false, cause);
    }
    if (after != null) {
      add(changes, after, true, cause);
    }
    return changes;
  }

  private void add(List<VisitChange> changes, Visit visit, boolean stands, SettlementEvent cause) {
    if (!owner(visit).isEmpty()) {
      changes.add(
          new VisitChange(key(visit), visit, stands, cause.messageId(), cause.sentMillis()));
    }
  }

  /** Owner and day. */
  private String key(Visit visit) {
    return owner(visit) + '/' + day(visit);
  }

  /** The visits in the order in which a day lists them. */
  static List<Visit> ordered(List<Visit> visits) {
    return visits.stream().sorted(ORDER).toList();
  }

  private static int day(Visit visit) {
    return (int) ShanghaiTime.epochDay(visit.settledMillis());
  }
}
