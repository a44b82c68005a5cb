package org.fundwatch.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/**
 * Turns Ctrl-C and {@code kill} into a request to stop. The JVM goes on until the work has ended:
 * its own shutdown would take files away under a job that still writes its savepoint. A second
 * signal ends the process at once.
 */
final class StopSignal {

  private static final List<String> NAMES = List.of("INT", "TERM");

  private final AtomicBoolean asked = new AtomicBoolean();
  private final List<Object> before = new ArrayList<>();

  /**
   * Listens from now on.
   *
   * @param stop asks the work to stop and returns at once
   */
  StopSignal(Runnable stop) {
    for (String name : NAMES) {
      before.add(
          Signals.register(
              name,
              () -> {
                if (asked.getAndSet(true)) {
                  Runtime.getRuntime().halt(ExitCode.STOPPED);
                }
                stop.run();
              }));
    }
  }

  /** The work has ended; signals do again what they did before. */
  void workEnded() {
    for (int i = 0; i < NAMES.size(); i++) {
      Signals.unregister(NAMES.get(i), before.get(i));
    }
  }
}
