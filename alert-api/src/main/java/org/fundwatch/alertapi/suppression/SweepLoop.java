package org.fundwatch.alertapi.suppression;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.fundwatch.alertapi.background.RepeatedTask;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** Sweeps again and again while the service runs. */
@Component
class SweepLoop extends RepeatedTask {
  private final Sweep sweep;
  private final Timer done;

  SweepLoop(Sweep sweep, Settings settings, MeterRegistry metrics) {
    super("sweep", settings.every());
    this.sweep = sweep;
    this.done =
        Timer.builder("fundwatch.sweeps")
            .description("Sweeps that went through, and how long they took")
            .register(metrics);
  }

  /**
   * How often.
   *
   * @param every shortest pause between two sweeps
   */
  @ConfigurationProperties("fundwatch.sweep")
  record Settings(@DefaultValue("1s") Duration every) {}

  @Override
  protected void once() {
    long began = System.nanoTime();
    sweep.run();
    done.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
  }
}
