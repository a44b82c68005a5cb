package org.fundwatch.standalone;

import java.io.PrintWriter;
import org.fundwatch.rules.release.Difference;

/** Shows what differs between two states of a knowledge table. */
final class Differences {

  private static final int SHOWN = 20;

  private Differences() {}

  /** Prints a summary and the changes, all of them or the first {@value #SHOWN}. */
  static void print(PrintWriter out, Difference difference, boolean all) {
    out.println(difference.summary());
    difference.changes().stream()
        .limit(all ? Long.MAX_VALUE : SHOWN)
        .forEach(change -> out.println("  " + change));
    int more = difference.changes().size() - SHOWN;
    if (more > 0 && !all) {
      out.println("  and %d more; --all shows them".formatted(more));
    }
  }
}
