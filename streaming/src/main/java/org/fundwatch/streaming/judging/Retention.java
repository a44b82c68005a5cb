package org.fundwatch.streaming.judging;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;

/** How keyed state ends. */
public final class Retention {

  // How many entries a compaction looks at before it asks for the time again.
  private static final int CLOCK_EVERY = 10_000;

  private Retention() {}

  /**
   * Time to live by the task's clock, counted from the last write. Reading does not prolong it, and
   * what has expired is never seen again.
   */
  public static StateTtlConfig unwrittenFor(Duration retention) {
    return StateTtlConfig.newBuilder(retention)
        .setUpdateType(StateTtlConfig.UpdateType.OnCreateAndWrite)
        .setStateVisibility(StateTtlConfig.StateVisibility.NeverReturnExpired)
        .cleanupInRocksdbCompactFilter(CLOCK_EVERY)
        .build();
  }
}
