package org.fundwatch.standalone;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells work to stop when the process is asked to end (Ctrl-C, {@code kill}), and lets it end its
 * way before the process goes.
 */
final class StopSignal {

  private static final int PATIENCE_SECONDS = 120;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  /**
   * Listens from now on.
   *
   * @param stop asks the work to stop and returns at once
   */
  StopSignal(Runnable stop) {
    hook =
        new Thread(
            () -> {
              stop.run();
              try {
                done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "stop-signal");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The work has ended. */
  void workEnded() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: that is what the hook is for.
    }
  }
}
