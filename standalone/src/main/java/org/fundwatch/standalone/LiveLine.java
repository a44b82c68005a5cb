package org.fundwatch.standalone;

import java.io.PrintWriter;
import java.util.Locale;
import org.fundwatch.standalone.house.Progress;
import org.jspecify.annotations.Nullable;

/**
 * One line that says what happens; on a terminal it changes in place, elsewhere only if it moves.
 */
final class LiveLine {

  private static final int WIDTH = 110;

  private final PrintWriter out;
  private final boolean terminal;
  private @Nullable String last;

  LiveLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(Progress.Now now) {
    String alerts =
        now.alerts().isPresent()
            ? String.format(Locale.ROOT, "%,d alerts", now.alerts().getAsLong())
            : "alerts not known (search node away)";
    String line =
        String.format(
            Locale.ROOT,
            "%,d settlements sent, %,d judged (lag %,d), %s, %,d refused",
            now.settlements(),
            now.judged(),
            now.lag(),
            alerts,
            now.refused());
    show(line);
  }

  void show(String line) {
    if (terminal) {
      out.print("\r" + String.format("%-" + WIDTH + "s", line));
      out.flush();
    } else if (!line.equals(last)) {
      out.println(line);
    }
    last = line;
  }

  /** Leaves the line as it is; what is printed next begins below it. */
  void end() {
    if (terminal && last != null) {
      out.println();
    }
  }
}
