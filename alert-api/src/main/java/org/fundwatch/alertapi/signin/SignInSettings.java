package org.fundwatch.alertapi.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How wrong passwords are met.
 *
 * @param freeAttempts wrong passwords for a user at an address before anybody has to wait
 * @param firstWait the first wait; each further wrong password doubles it
 * @param longestWait no wait is longer
 */
@ConfigurationProperties("fundwatch.sign-in")
record SignInSettings(
    @DefaultValue("5") int freeAttempts,
    @DefaultValue("30s") Duration firstWait,
    @DefaultValue("1h") Duration longestWait) {

  SignInSettings {
    if (freeAttempts < 1 || firstWait.toMillis() < 1 || longestWait.compareTo(firstWait) < 0) {
      throw new IllegalArgumentException(
          "fundwatch.sign-in: free-attempts %d, first-wait %s, longest-wait %s; 1 or more, more than"
                  .formatted(freeAttempts, firstWait, longestWait)
              + " nothing, and no shorter than the first");
    }
  }
}
