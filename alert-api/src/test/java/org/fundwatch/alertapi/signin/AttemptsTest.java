package org.fundwatch.alertapi.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
  private static final String DESK = "192.0.2.10";
  private static final String ELSEWHERE = "203.0.113.7";
  private static final long FIRST_WAIT = Duration.ofSeconds(30).toMillis();
  private static final long LONGEST_WAIT = Duration.ofHours(1).toMillis();

  private final Hands clock = new Hands();
  private final Attempts attempts =
      new Attempts(
          new SignInSettings(5, Duration.ofMillis(FIRST_WAIT), Duration.ofMillis(LONGEST_WAIT)),
          clock);

  @Test
  void wrongPasswords_inARow_waitsDoubleUpToTheLongest() {
    fail("li", DESK, 4);
    assertThat(attempts.wait("li", DESK)).isZero();

    long expected = FIRST_WAIT;
    for (int i = 0; i < 12; i++) {
      fail("li", DESK, 1);
      assertThat(attempts.wait("li", DESK)).isEqualTo(Math.min(expected, LONGEST_WAIT));
      expected *= 2;
      clock.forward(attempts.wait("li", DESK));
      assertThat(attempts.wait("li", DESK)).as("every wait ends").isZero();
    }
    assertThat(attempts.wait("wang", DESK)).as("others at the same desk").isZero();
  }

  @Test
  void clockSetBack_makesNoWaitLonger() {
    fail("li", DESK, 5);

    clock.forward(-Duration.ofDays(400).toMillis());

    assertThat(attempts.wait("li", DESK)).isEqualTo(LONGEST_WAIT);
  }

  @Test
  void rightPassword_afterWrongOnes_countsFromTheBeginningAgain() {
    fail("li", DESK, 4);

    attempts.succeeded("li", DESK);

    fail("li", DESK, 4);
    assertThat(attempts.wait("li", DESK)).isZero();
  }

  @Test
  void nameInOtherCase_isTheSameUser() {
    fail("LI", DESK, 3);
    fail("li", DESK, 2);

    assertThat(attempts.wait("Li", DESK)).isEqualTo(FIRST_WAIT);
  }

  @Test
  void userAttackedFromManyAddresses_waitsThere_butNotWhereTheySignedInBefore() {
    attempts.succeeded("li", DESK);
    for (int i = 0; i < 20; i++) {
      fail("li", "198.51.100." + i, 1);
    }

    assertThat(attempts.wait("li", ELSEWHERE)).isEqualTo(FIRST_WAIT);
    assertThat(attempts.wait("li", DESK)).isZero();
    assertThat(attempts.wait("wang", ELSEWHERE)).isZero();
  }

  @Test
  void addressThatTriesManyNames_waits_butNotThoseWhoWorkThere() {
    attempts.succeeded("wang", ELSEWHERE);
    for (int i = 0; i < 50; i++) {
      fail("name" + i, ELSEWHERE, 1);
    }

    assertThat(attempts.wait("li", ELSEWHERE)).isEqualTo(FIRST_WAIT);
    assertThat(attempts.wait("wang", ELSEWHERE)).isZero();
    assertThat(attempts.wait("li", DESK)).isZero();
  }

  @Test
  void quietForADay_isForgotten() {
    fail("li", DESK, 9);
    clock.forward(Duration.ofHours(25).toMillis());

    fail("li", DESK, 4);

    assertThat(attempts.wait("li", DESK)).isZero();
  }

  @Test
  void addressOfIpv6_countsByItsNetwork() {
    for (int i = 0; i < 5; i++) {
      fail("li", "2001:db8:0:1:0:0:0:" + i, 1);
    }

    assertThat(attempts.wait("li", "2001:db8:0:1:a:b:c:d")).isEqualTo(FIRST_WAIT);
    assertThat(attempts.wait("li", "2001:db8:0:2:0:0:0:1")).isZero();
  }

  @Test
  void manyNamesAndAddresses_memoryIsBounded_andTheWorstAreKept() {
    fail("li", DESK, 8);
    long wait = attempts.wait("li", DESK);
    for (int i = 0; i < 3 * Strikes.MOST; i++) {
      fail("name" + i, "198.51." + i / 200 + "." + i % 200, 1);
      attempts.succeeded("user" + i, "10.0." + i / 200 + "." + i % 200);
    }

    assertThat(attempts.size()).isLessThanOrEqualTo(4 * Strikes.MOST);
    assertThat(attempts.wait("li", DESK)).isEqualTo(wait);
  }

  @Test
  void settings_thatLetNobodyWait_areRefused() {
    assertThatThrownBy(() -> new SignInSettings(0, Duration.ofSeconds(1), Duration.ofHours(1)))
        .hasMessage(
            "fundwatch.sign-in: free-attempts 0, first-wait PT1S, longest-wait PT1H; 1 or more,"
                + " more than nothing, and no shorter than the first");
  }

  private void fail(String user, String address, int times) {
    for (int i = 0; i < times; i++) {
      int unused = attempts.failed(user, address);
    }
  }

  /** A clock whose hands are set by the test. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");

    void forward(long millis) {
      now = now.plusMillis(millis);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
