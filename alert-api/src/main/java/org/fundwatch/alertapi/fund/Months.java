package org.fundwatch.alertapi.fund;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The months of a fund that are known. */
record Months(Map<YearMonth, Figures> known) {
  Months {
    known = Map.copyOf(known);
  }

  /** The figures of a month that is known. */
  Figures of(YearMonth month) {
    return Objects.requireNonNull(known.get(month));
  }

  /** The first of some months that is not known. */
  Optional<YearMonth> missing(List<YearMonth> months) {
    return months.stream().filter(month -> !known.containsKey(month)).findFirst();
  }

  /** A sum over months that are all known. */
  long sum(List<YearMonth> months, ToLongFunction<Figures> figure) {
    return months.stream().map(this::of).mapToLong(figure).reduce(0, Math::addExact);
  }

  /** January to the month. */
  static List<YearMonth> yearTo(YearMonth month) {
    return last(month, month.getMonthValue());
  }

  /** So many months, the last of which this is, in order. */
  static List<YearMonth> last(YearMonth month, int count) {
    return Stream.iterate(month.minusMonths(count - 1L), next -> next.plusMonths(1))
        .limit(count)
        .toList();
  }
}
