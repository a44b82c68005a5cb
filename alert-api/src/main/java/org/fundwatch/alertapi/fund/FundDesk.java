package org.fundwatch.alertapi.fund;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fundwatch.alertapi.fund.Notice.Act;
import org.fundwatch.alertapi.fund.Series.FiledMonth;
import org.fundwatch.alertapi.fund.Series.Filing;
import org.fundwatch.alertapi.fund.Series.Handling;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.standing.Days;
import org.fundwatch.alertapi.standing.StandingSettings;
import org.springframework.stereotype.Service;

/** Takes in the months of funds and what people do about notices. Thread-safe. */
@Service
final class FundDesk {
  private static final YearMonth FIRST = YearMonth.of(2000, 1);
  private static final int MOST_TRIES = 50;

  private final Journal journal;
  private final GradeTable table;
  private final Clock clock;

  FundDesk(Journal journal, StandingSettings settings, Clock clock) {
    this.journal = journal;
    this.table = GradeTable.of(settings.folder());
    this.clock = clock;
  }

  /** Which value is which grade. */
  GradeTable table() {
    return table;
  }

  /** A fund of a region that the caller sees; without entries when nothing was filed. */
  Series series(String region, FundKind fund, Caller caller) {
    if (!caller.sees(region)) {
      throw unknown(region);
    }
    return read(region, fund);
  }

  /** The same when something was filed. */
  Series filed(String region, FundKind fund, Caller caller) {
    var series = series(region, fund, caller);
    if (series.months().isEmpty()) {
      throw unknown(region);
    }
    return series;
  }

  /**
   * Files a month, with the notices that it makes.
   *
   * @param seen version of the month, 0 when nothing was filed
   */
  Series file(String region, FundKind fund, YearMonth month, int seen, Figures figures, Caller by) {
    requireMonth(month);
    return append(
        () -> series(region, fund, by),
        series -> {
          var before = Optional.ofNullable(series.months().get(month));
          int version = before.map(FiledMonth::version).orElse(0);
          if (version != seen) {
            throw ProblemException.outdated(Revision.tag(version), before.stream().toList());
          }
          var filing =
              new Filing(month.toString(), figures, series.raisedBy(month, figures, table));
          return new Draft(
              Series.stream(region, fund), series.sequence(), Series.FILED, filing, by.name());
        });
  }

  private void requireMonth(YearMonth month) {
    var last = YearMonth.from(Days.today(clock));
    if (month.isBefore(FIRST) || month.isAfter(last)) {
      throw ProblemException.badInput(
          List.of(new FieldFault("month", month.toString(), "%s to %s".formatted(FIRST, last))));
    }
  }

  /** A notice that the caller sees. */
  Notice notice(String id, Caller caller) {
    return notice(find(id, caller), id);
  }

  private static Notice notice(Series series, String id) {
    return Optional.ofNullable(series.notices().get(id)).orElseThrow(() -> unknownNotice(id));
  }

  /** Somebody does something about a notice; who has answered does not close. */
  Notice handle(String id, int seen, Act act, String text, Caller by) {
    var after =
        append(
            () -> find(id, by),
            series -> {
              var notice = notice(series, id);
              if (notice.sequence() != seen) {
                throw ProblemException.outdated(notice.tag(), List.of(notice));
              }
              if (notice.state().after(act) == null) {
                throw ProblemException.conflict(
                    "notice %s: %s; notices are acknowledged, answered, closed, in this order"
                        .formatted(id, notice.state()));
              }
              if (act == Act.CLOSE) {
                notice.steps().forEach(step -> requireOther(step, by));
              }
              return new Draft(
                  Series.stream(series.region(), series.fund()),
                  series.sequence(),
                  act.name(),
                  new Handling(id, text),
                  by.name());
            });
    return notice(after, id);
  }

  private static void requireOther(Notice.NoticeStep step, Caller by) {
    if (step.act() == Act.ANSWER) {
      by.requireOther(step.by());
    }
  }

  private Series find(String id, Caller caller) {
    var parts = id.split("-", -1);
    if (!id.matches("(\\d{2}){1,3}-(EMPLOYEE|RESIDENT)-\\d{1,9}-[A-Z]{1,20}")
        || !caller.sees(parts[0])) {
      throw unknownNotice(id);
    }
    return read(parts[0], FundKind.valueOf(parts[1]));
  }

  /** Somebody who files another month meanwhile is no conflict: it is decided anew. */
  private Series append(Supplier<Series> read, Function<Series, Draft> decide) {
    for (int tries = 1; ; tries++) {
      try {
        var draft = decide.apply(read.get());
        journal.append(draft);
        var entries = journal.read(draft.stream());
        journal.project(draft.stream(), entries);
        return Series.of(draft.stream(), entries);
      } catch (ConflictException e) {
        if (tries == MOST_TRIES) {
          throw ProblemException.conflict("too many at once; try again in a moment");
        }
      }
    }
  }

  private Series read(String region, FundKind fund) {
    var stream = Series.stream(region, fund);
    return Series.of(stream, journal.read(stream));
  }

  private static ProblemException unknown(String region) {
    return ProblemException.notFound("fund of region '%s': unknown".formatted(region));
  }

  private static ProblemException unknownNotice(String id) {
    return ProblemException.notFound("notice '%s': unknown".formatted(id));
  }
}
