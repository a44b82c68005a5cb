package org.fundwatch.standalone;

import java.time.LocalDate;
import java.util.List;
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

  /** The reason and each field with a fault, the indexes of lists left out. */
  static List<String> kinds(DeadLetter letter) {
    return letter.faults().stream()
        .map(fault -> letter.reason() + "  " + fault.path().replaceAll("\\[\\d+\\]", "[]"))
        .distinct()
        .toList();
  }

  boolean isMeant(DeadLetter letter) {
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
