package org.fundwatch.streaming.period;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.streaming.judging.Judge;
import org.jspecify.annotations.Nullable;

/** Whose days or months: what tells the periods apart, and how one is judged. */
public enum PeriodKind {
  DOCTOR {
    @Override
    String owner(Visit visit) {
      return visit.doctor();
    }

    @Override
    List<Finding> judge(int day, List<Visit> visits, Judge judge) {
      return judge.doctorDay(new DoctorDay(visits.get(0).doctor(), day, visits));
    }
  },
  INSTITUTION {
    @Override
    List<Finding> judge(int day, List<Visit> visits, Judge judge) {
      return judge.institutionDay(new InstitutionDay(last(visits), day, visits));
    }
  },
  /** A month of an institution; a settlement belongs to its own month and to the one after. */
  INSTITUTION_MONTH {
    @Override
    List<Integer> periods(Visit visit) {
      int month = month(visit);
      return List.of(month, month + 1);
    }

    @Override
    long firstDay(int month) {
      return YearMonth.of(1970, 1).plusMonths(month - 1L).atDay(1).toEpochDay();
    }

    @Override
    boolean isOwn(int month, Visit visit) {
      return visit.settledMillis() >= InstitutionMonth.beginMillis(month);
    }

    @Override
    List<Finding> judge(int month, List<Visit> visits, Judge judge) {
      long begin = InstitutionMonth.beginMillis(month);
      List<Visit> own = visits.stream().filter(visit -> visit.settledMillis() >= begin).toList();
      List<Visit> before = visits.stream().filter(visit -> visit.settledMillis() < begin).toList();
      return own.isEmpty()
          ? List.of()
          : judge.institutionMonth(new InstitutionMonth(last(own), month, own, before));
    }
  };

  private static final Comparator<Visit> ORDER =
      Comparator.comparingLong(Visit::settledMillis)
          .thenComparing(Visit::settlementId)
          .thenComparing(Visit::person);

  /** Whose period it is, empty for nobody's. */
  String owner(Visit visit) {
    return visit.institution().code();
  }

  /** The periods that a settlement belongs to. */
  List<Integer> periods(Visit visit) {
    return List.of((int) ShanghaiTime.epochDay(visit.settledMillis()));
  }

  /** The first day, as an epoch day, of which settlements belong to a period. */
  long firstDay(int period) {
    return period;
  }

  /** True for a settlement of the period itself, false where it only stands beside it. */
  boolean isOwn(int period, Visit visit) {
    return true;
  }

  /** What the visits of one period show, at least one, in order. */
  abstract List<Finding> judge(int period, List<Visit> visits, Judge judge);

  /**
   * A settlement's difference as changes of periods: one for each where it stays in its own, one
   * more for each that it leaves, none where nobody's period is concerned.
   */
  public List<VisitChange> changes(@Nullable Visit before, @Nullable Visit after, Cause cause) {
    List<VisitChange> changes = new ArrayList<>(2);
    TreeSet<String> left = new TreeSet<>(before == null ? List.of() : keys(before));
    if (after != null) {
      for (String key : keys(after)) {
        left.remove(key);
        changes.add(change(key, after, true, cause));
      }
    }
    if (before != null) {
      for (String key : left) {
        changes.add(change(key, before, false, cause));
      }
    }
    return changes;
  }

  /** The period of a key. */
  static int period(String key) {
    return Integer.parseInt(key.substring(key.lastIndexOf('/') + 1));
  }

  /** The visits in the order in which a period lists them. */
  static List<Visit> ordered(List<Visit> visits) {
    return visits.stream().sorted(ORDER).toList();
  }

  // Owner and period.
  private List<String> keys(Visit visit) {
    String owner = owner(visit);
    return owner.isEmpty()
        ? List.of()
        : periods(visit).stream().map(period -> owner + '/' + period).toList();
  }

  private static VisitChange change(String key, Visit visit, boolean stands, Cause cause) {
    return new VisitChange(key, visit, stands, cause);
  }

  private static int month(Visit visit) {
    return InstitutionMonth.monthOf(visit.settledMillis());
  }

  // The name may differ between settlements: the last one has it right.
  private static Institution last(List<Visit> visits) {
    return visits.get(visits.size() - 1).institution();
  }
}
