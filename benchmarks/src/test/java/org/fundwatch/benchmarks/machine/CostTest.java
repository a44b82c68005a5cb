package org.fundwatch.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CostTest {

  @Test
  void since_earlierMoment_isTheDifference() {
    assertThat(new Cost(50, 9).since(new Cost(20, 4))).isEqualTo(new Cost(30, 5));
  }

  @Test
  void now_afterWork_grows() {
    Cost before = Cost.now();
    double sum = 0;
    while (Cost.now().since(before).ownNanos() < 20_000_000) {
      sum += Math.sqrt(sum + 1);
    }

    assertThat(sum).isPositive();
    assertThat(Cost.now().ownNanos()).isGreaterThan(before.ownNanos());
  }

  @Test
  void sentence_machine_namesAllThatMatters() {
    Machine machine = new Machine(2, "Test CPU", 24_000, "Linux 6 amd64", "VM 17", 2_048);

    assertThat(machine.sentence())
        .isEqualTo(
            "2 cores of Test CPU, 23.4 GB memory, Linux 6 amd64, VM 17, heap up to 2048 MB.");
  }
}
