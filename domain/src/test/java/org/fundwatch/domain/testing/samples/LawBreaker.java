package org.fundwatch.domain.testing.samples;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;
import org.fundwatch.domain.testing.Boundaries;

/** Breaks every law that a class can break; its package has no package-info on purpose. */
@SuppressWarnings({"JavaUtilDate", "TimeInStaticInitializer"})
final class LawBreaker {
  private static final Logger LOGGER = Logger.getLogger("breaker");

  private LawBreaker() {}

  static Object[] wallClock() {
    return new Object[] {
      System.currentTimeMillis(), Instant.now(), LocalDate.now(ZoneId.of("Asia/Shanghai"))
    };
  }

  static Instant handedIn(Clock clock) {
    return Instant.now(clock);
  }

  static double[] unseeded() {
    return new double[] {
      new Random().nextDouble(), Math.random(), ThreadLocalRandom.current().nextDouble()
    };
  }

  static Object[] oldDates() {
    LOGGER.info("old");
    return new Object[] {new Date(0), Calendar.getInstance()};
  }

  static Boundaries foreignModule() {
    return Boundaries.of("rules");
  }
}
