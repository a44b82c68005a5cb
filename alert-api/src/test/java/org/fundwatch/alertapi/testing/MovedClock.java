package org.fundwatch.alertapi.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.fundwatch.domain.time.ShanghaiTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** A clock that a test moves on, also in a service that runs with its name. Thread-safe. */
public final class MovedClock extends Clock {
  /** Setting that names the clock of a service under test. */
  public static final String SETTING = "tests.clock";

  private static final Map<String, MovedClock> BY_NAME = new ConcurrentHashMap<>();

  private final Clock real = Clock.system(ShanghaiTime.ZONE);
  private final AtomicLong aheadMillis = new AtomicLong();

  /** The clock of a name. */
  public static MovedClock of(String name) {
    return BY_NAME.computeIfAbsent(name, unused -> new MovedClock());
  }

  public void ahead(Duration by) {
    aheadMillis.addAndGet(by.toMillis());
  }

  @Override
  public long millis() {
    return real.millis() + aheadMillis.get();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(real.withZone(zone), Duration.ofMillis(aheadMillis.get()));
  }

  /** Found by a service under test as one of its own parts. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(SETTING)
  static class InService {
    @Bean
    @Primary
    Clock movedClock(@Value("${" + SETTING + "}") String name) {
      return of(name);
    }
  }
}
