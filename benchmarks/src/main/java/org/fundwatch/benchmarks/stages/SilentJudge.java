package org.fundwatch.benchmarks.stages;

import java.time.Duration;
import java.util.List;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.streaming.judging.QuietJudge;
import org.fundwatch.streaming.judging.Tick;

/** Finds nothing: what is left is the frame. It looks as far back as the models do. */
public final class SilentJudge extends QuietJudge {

  private final Tick settled;

  /**
   * @param settled told of each settlement
   */
  public SilentJudge(Tick settled) {
    this.settled = settled;
  }

  @Override
  public String version() {
    return "silent";
  }

  @Override
  public long lookbackMillis() {
    return Duration.ofDays(366).toMillis();
  }

  @Override
  public List<Finding> settlement(Settlement settlement) {
    settled.one();
    return List.of();
  }
}
