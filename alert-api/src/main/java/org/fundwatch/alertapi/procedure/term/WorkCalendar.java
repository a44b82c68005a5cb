package org.fundwatch.alertapi.procedure.term;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Working days: Monday to Friday, but for the holidays and the make-up days (调休) of the State
 * Council's yearly notice. Thread-safe.
 */
public final class WorkCalendar {
  private static final String HEADER = "from,to,kind,name,provenance,source";

  private final @Nullable Path folder;
  private final Map<Integer, Optional<Map<LocalDate, Boolean>>> years = new ConcurrentHashMap<>();

  private WorkCalendar(@Nullable Path folder) {
    this.folder = folder;
  }

  /** What a row makes of its days. */
  private enum Kind {
    HOLIDAY,
    WORKDAY
  }

  /**
   * The calendar.
   *
   * @param folder with {@code workdays-<year>.csv} for years that we do not know or know
   *     differently; null for none
   */
  public static WorkCalendar of(@Nullable Path folder) {
    return new WorkCalendar(folder);
  }

  /**
   * True when people work on a day.
   *
   * @throws UnknownYearException when there is no table of its year
   * @throws IllegalArgumentException when the table has a mistake, with its place
   */
  public boolean isWorkday(LocalDate day) {
    var exceptions =
        years
            .computeIfAbsent(day.getYear(), this::load)
            .orElseThrow(() -> new UnknownYearException(day.getYear()));
    return exceptions.getOrDefault(day, !weekend(day));
  }

  private Optional<Map<LocalDate, Boolean>> load(int year) {
    var name = "workdays-%d.csv".formatted(year);
    return TableFile.inFolder(folder, name, HEADER)
        .or(() -> TableFile.inJar(WorkCalendar.class, name, HEADER))
        .map(rows -> exceptions(year, rows));
  }

  private static Map<LocalDate, Boolean> exceptions(int year, List<TableFile.Row> rows) {
    var exceptions = new HashMap<LocalDate, Boolean>();
    for (var row : rows) {
      row.constant("provenance", Provenance.class);
      boolean works = row.constant("kind", Kind.class) == Kind.WORKDAY;
      var from = row.date("from", null);
      var to = row.date("to", null);
      if (to.isBefore(from) || from.getYear() != year || to.getYear() != year) {
        throw row.wrong("to", to.toString(), "a day of %d, %s or later".formatted(year, from));
      }
      for (var day : from.datesUntil(to.plusDays(1)).toList()) {
        if (works && !weekend(day)) {
          throw row.wrong("from", day.toString(), "a Saturday or Sunday for a make-up day");
        }
        if (exceptions.put(day, works) != null) {
          throw row.wrong("from", day.toString(), "a day that no other row names");
        }
      }
    }
    return Map.copyOf(exceptions);
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
