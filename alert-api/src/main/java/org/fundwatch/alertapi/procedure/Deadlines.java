package org.fundwatch.alertapi.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.fundwatch.alertapi.procedure.LimitClock.Span;
import org.fundwatch.alertapi.procedure.term.Term;
import org.fundwatch.alertapi.procedure.term.TermUnit;
import org.fundwatch.alertapi.procedure.term.Terms;
import org.fundwatch.alertapi.procedure.term.UnknownYearException;
import org.fundwatch.alertapi.procedure.term.WorkCalendar;
import org.fundwatch.domain.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;

/**
 * Counts clocks, in days of Asia/Shanghai.
 *
 * <p>The day on which a clock starts does not count, nor does the day on which a pause begins; the
 * day on which it ends does. A clock runs out with the end of its last day. Months end on the day
 * of the same number, or the last of the month. Calendar days of ours are not moved past a day off:
 * the earlier day is the safe one. Those of the other side are, by the rule of the Civil Procedure
 * Law (article 85 of 2023) and the Civil Code (201 to 203) as we know them: then it is the later
 * one.
 */
final class Deadlines {
  private static final long HOUR_MILLIS = 3_600_000L;

  private final WorkCalendar calendar;
  private final Terms terms;

  Deadlines(WorkCalendar calendar, Terms terms) {
    this.calendar = calendar;
    this.terms = terms;
  }

  /** When a clock runs out; empty when no duration is configured for it. */
  Optional<Deadline> of(LimitClock clock, String region, @Nullable Pause pause, long now) {
    return terms
        .find(clock.limit().key(), region, started(clock))
        .map(term -> of(clock, term, clock.limit().pauses() ? pause : null, now));
  }

  private Deadline of(LimitClock clock, Term term, @Nullable Pause pause, long now) {
    long until = pause == null ? now : Math.min(now, pause.since());
    try {
      long used = used(clock, term.unit(), until);
      var due = due(clock, term, pause == null ? Long.MAX_VALUE : pause.since());
      return new Deadline(clock, term, used, due.isPresent() ? due.getAsLong() : null, "", "");
    } catch (UnknownYearException e) {
      return unknown(clock, term, e);
    }
  }

  private Deadline unknown(LimitClock clock, Term term, UnknownYearException e) {
    var en = String.valueOf(e.getMessage());
    if (!clock.limit().isOfOtherSide() || term.unit() == TermUnit.WORKING_DAYS) {
      return new Deadline(clock, term, 0, null, e.zh(), en);
    }
    var unmoved = LocalDate.ofEpochDay(lastDay(clock, term, Long.MAX_VALUE).getAsLong());
    return new Deadline(
        clock,
        term,
        0,
        null,
        "%s；未考虑顺延的末日为 %s".formatted(e.zh(), unmoved),
        "%s; the last day is %s if that is a working day".formatted(en, unmoved));
  }

  private long used(LimitClock clock, TermUnit unit, long until) {
    if (unit == TermUnit.HOURS) {
      long ran = until - clock.startedAt();
      for (var span : clock.pauses()) {
        ran -= Math.max(0, Math.min(span.to(), until) - span.from());
      }
      return Math.max(0, ran) / HOUR_MILLIS;
    }
    long today = ShanghaiTime.epochDay(until);
    if (unit == TermUnit.MONTHS) {
      return ChronoUnit.MONTHS.between(started(clock), LocalDate.ofEpochDay(today));
    }
    long used = 0;
    for (long day = ShanghaiTime.epochDay(clock.startedAt()) + 1; day < today; day++) {
      used += counts(clock, unit, day) ? 1 : 0;
    }
    return used;
  }

  /** Nothing when the clock stands still from {@code stop} on, before it has run out. */
  private OptionalLong due(LimitClock clock, Term term, long stop) {
    if (term.unit() == TermUnit.HOURS) {
      long due = clock.startedAt() + (term.value() + clock.extended()) * HOUR_MILLIS;
      for (var span : clock.pauses()) {
        due += span.from() < due ? span.to() - span.from() : 0;
      }
      return due > stop ? OptionalLong.empty() : OptionalLong.of(due);
    }
    var last = lastDay(clock, term, stop);
    if (last.isEmpty()) {
      return last;
    }
    long day = last.getAsLong();
    while (clock.limit().isOfOtherSide() && !calendar.isWorkday(LocalDate.ofEpochDay(day))) {
      day++;
    }
    return OptionalLong.of(ShanghaiTime.startOfDay(day + 1) - 1);
  }

  /** As it is counted, before it is moved past a day off. */
  private OptionalLong lastDay(LimitClock clock, Term term, long stop) {
    long length = term.value() + clock.extended();
    if (term.unit() == TermUnit.MONTHS) {
      return OptionalLong.of(started(clock).plusMonths(length).toEpochDay());
    }
    long day = ShanghaiTime.epochDay(clock.startedAt());
    long stopDay = stop == Long.MAX_VALUE ? Long.MAX_VALUE : ShanghaiTime.epochDay(stop);
    for (long left = length; left > 0; ) {
      day++;
      if (day >= stopDay) {
        return OptionalLong.empty();
      }
      left -= counts(clock, term.unit(), day) ? 1 : 0;
    }
    return OptionalLong.of(day);
  }

  private static LocalDate started(LimitClock clock) {
    return LocalDate.ofEpochDay(ShanghaiTime.epochDay(clock.startedAt()));
  }

  private boolean counts(LimitClock clock, TermUnit unit, long day) {
    return clock.pauses().stream().noneMatch(pause -> within(pause, day))
        && (unit == TermUnit.DAYS || calendar.isWorkday(LocalDate.ofEpochDay(day)));
  }

  private static boolean within(Span pause, long day) {
    return day >= ShanghaiTime.epochDay(pause.from()) && day < ShanghaiTime.epochDay(pause.to());
  }
}
