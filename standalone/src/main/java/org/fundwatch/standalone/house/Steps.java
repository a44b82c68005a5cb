package org.fundwatch.standalone.house;

import java.io.PrintWriter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is started or stopped, a line each. */
public final class Steps {

  private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
  private static final int WIDTH = 22;

  private final PrintWriter out;

  /** Says it to a writer that flushes by itself. */
  public Steps(PrintWriter out) {
    this.out = out;
  }

  /** Says that a part is ready, where, and after how long. */
  public void ready(String part, String where, long startNanos) {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    out.println(String.format(Locale.ROOT, "%-" + WIDTH + "s %s (%.1f s)", part, where, seconds));
  }

  /** Says something else. */
  public void say(String line) {
    out.println(line);
  }

  /**
   * Stops a part and says so; what goes wrong is said too, and the rest is stopped all the same.
   */
  void stop(String part, String done, AutoCloseable closing) {
    long start = System.nanoTime();
    try {
      closing.close();
      ready(part, done, start);
    } catch (Exception e) {
      LOG.warn("{} not stopped in order", part, e);
      out.println(part + ": not stopped in order: " + e.getMessage());
    }
  }
}
