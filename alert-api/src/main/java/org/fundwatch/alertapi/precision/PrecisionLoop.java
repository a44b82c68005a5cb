package org.fundwatch.alertapi.precision;

import java.time.Clock;
import java.time.Duration;
import org.fundwatch.alertapi.background.RepeatedTask;
import org.fundwatch.alertapi.search.Indices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Closes figures now and then, and appraises alerts again whenever one has changed. */
@Component
class PrecisionLoop extends RepeatedTask {
  private static final Logger LOG = LoggerFactory.getLogger(PrecisionLoop.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long LOOK_MILLIS = Duration.ofMinutes(1).toMillis();

  private final PrecisionSettings settings;
  private final Indices indices;
  private final Precision precision;
  private final Closings closings;
  private final Reappraisal reappraisal;
  private final Clock clock;
  private long countAt;
  private long lookAt;
  private boolean left;

  PrecisionLoop(
      PrecisionSettings settings,
      Indices indices,
      Precision precision,
      Closings closings,
      Reappraisal reappraisal,
      Clock clock) {
    super("precision", PAUSE);
    this.settings = settings;
    this.indices = indices;
    this.precision = precision;
    this.closings = closings;
    this.reappraisal = reappraisal;
    this.clock = clock;
  }

  @Override
  protected void once() {
    // While alerts are missing their decisions cannot be counted.
    if (!indices.settled()) {
      return;
    }
    long now = clock.millis();
    if (now >= lookAt) {
      closings.reload();
      lookAt = now + LOOK_MILLIS;
      left = true;
    }
    if (now >= countAt) {
      precision.close().ifPresent(rules -> LOG.info("precision: closed, {} rules moved", rules));
      countAt = now + settings.every().toMillis();
      left = true;
    }
    // Once none is left only another process can bring one: looked for with what it has closed.
    left = left && reappraisal.some(closings.get()) > 0;
  }
}
