package org.fundwatch.standalone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.domain.json.Fault;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.streaming.intake.DeadLetter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters are meant. */
final class DeadLetterFilter {

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only those refused as ${COMPLETION-CANDIDATES}.")
  private DeadLetter.@Nullable Reason reason;

  @Option(
      names = "--field",
      paramLabel = "FIELD",
      description = "Only those with a fault in fields that begin so, such as setlinfo.")
  private @Nullable String field;

  @Option(names = "--from", paramLabel = "DAY", description = "Only those refused since that day.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Only those refused up to that day.")
  private @Nullable LocalDate to;

  List<DeadLetter> of(List<DeadLetter> letters) {
    return letters.stream().filter(this::isMeant).toList();
  }

  /** How many there are of each reason and field, the indexes of lists left out. */
  static Map<String, Long> counts(List<DeadLetter> letters) {
    Map<String, Long> counts = new TreeMap<>();
    for (DeadLetter letter : letters) {
      letter.faults().stream()
          .map(fault -> letter.reason() + "  " + fault.path().replaceAll("\\[\\d+\\]", "[]"))
          .distinct()
          .forEach(what -> counts.merge(what, 1L, Long::sum));
    }
    return counts;
  }

  private boolean isMeant(DeadLetter letter) {
    long day = ShanghaiTime.epochDay(letter.refusedMillis());
    return (reason == null || letter.reason() == reason)
        && (field == null || letter.faults().stream().anyMatch(fault -> isIn(field, fault)))
        && (from == null || day >= from.toEpochDay())
        && (to == null || day <= to.toEpochDay());
  }

  private static boolean isIn(String field, Fault fault) {
    return fault.path().startsWith(field);
  }
}
