package org.fundwatch.streaming.judge;

import java.util.List;
import org.fundwatch.domain.json.Fault;

/**
 * What came out.
 *
 * @param files how many files were read
 * @param accepted how many events were taken in
 * @param refused how many lines were refused
 * @param refusedLines the first of them, in order of file and line
 * @param open how many alerts hold
 * @param withdrawn how many alerts no longer hold
 * @param suppressed how many alerts a data gate put aside
 * @param tooLate how many events the desks did not judge, because they are about what is longer ago
 *     than the retention before the last that is known, told once by each desk
 * @param failures rules or models that failed on an event
 */
public record JudgeResult(
    int files,
    long accepted,
    long refused,
    List<RefusedLine> refusedLines,
    long open,
    long withdrawn,
    long suppressed,
    long tooLate,
    List<String> failures) {

  /** At most this many refused lines are listed; all are counted. */
  public static final int MAX_LISTED = 10_000;

  public JudgeResult {
    refusedLines = List.copyOf(refusedLines);
    failures = List.copyOf(failures);
  }

  /**
   * A line that was refused.
   *
   * @param file as it was given
   * @param line from 1
   * @param faults every fault found, without personal data
   */
  public record RefusedLine(String file, long line, List<Fault> faults) {

    public RefusedLine {
      faults = List.copyOf(faults);
    }

    /** {@code file:line: field: found; allowed}, one line for each fault. */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (Fault fault : faults) {
        text.append(text.isEmpty() ? "" : "\n");
        text.append(file).append(':').append(line).append(": ").append(fault);
      }
      return text.toString();
    }
  }
}
