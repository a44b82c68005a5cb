package org.fundwatch.benchmarks.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ForkTest {

  /** Adds up numbers, so that it takes some time. */
  public static final class Adding implements Workload.Maker {
    @Override
    public Workload make(String... arguments) {
      int events = Integer.parseInt(arguments[0]);
      return () ->
          () -> {
            long sum = 0;
            for (int i = 0; i < events; i++) {
              sum += Integer.toString(i).hashCode();
            }
            return new Workload.Result(events, 1, sum);
          };
    }
  }

  @Test
  void round_shortWork_isDoneUntilItCanBeMeasured() throws Exception {
    try (Fork fork = Fork.start("adding", Adding.class, "100000")) {
      Round once = fork.once();
      Round round = fork.round();

      assertThat(once.result()).isEqualTo(round.result());
      assertThat(round.times()).isGreaterThan(once.times());
      assertThat(round.cpuNanos()).isGreaterThanOrEqualTo(1_000_000_000);
      assertThat(round.perCpuSecond()).isGreaterThan(100_000);
    }
  }

  @Test
  void round_processThatFails_saysSo() throws Exception {
    try (Fork fork = Fork.start("failing", Adding.class, "no number")) {
      assertThatIOException().isThrownBy(fork::round).withMessageContaining("failing: ended");
    }
  }

  @Test
  void plus_otherResult_isRefused() {
    Round one = new Round(1, 5, 7, new Workload.Result(1, 2, 3));
    Round other = new Round(1, 5, 7, new Workload.Result(1, 2, 4));

    assertThat(one.plus(one)).isEqualTo(new Round(2, 10, 14, new Workload.Result(1, 2, 3)));
    assertThatIllegalStateException().isThrownBy(() -> one.plus(other));
  }
}
