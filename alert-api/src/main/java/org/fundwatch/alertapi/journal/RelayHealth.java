package org.fundwatch.alertapi.journal;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while entries cannot reach their topics. */
@Component("journalHealthIndicator")
class RelayHealth implements HealthIndicator {
  private final RelayState state;
  private final Relay relay;

  RelayHealth(RelayState state, Relay relay) {
    this.state = state;
    this.relay = relay;
  }

  @Override
  public Health health() {
    boolean well = state.well() && relay.isRunning();
    return (well ? Health.up() : Health.down())
        .withDetail("relay", relay.isRunning() ? state.well() ? "running" : "waiting" : "ended")
        .withDetail("waiting", state.count())
        .withDetail("oldestSeconds", state.oldestSeconds())
        .build();
  }
}
