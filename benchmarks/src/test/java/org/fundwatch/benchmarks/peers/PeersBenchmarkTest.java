package org.fundwatch.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fundwatch.benchmarks.fork.Workload;
import org.fundwatch.benchmarks.peers.PeersBenchmark.Plan;
import org.fundwatch.benchmarks.peers.PeersBenchmark.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeersBenchmarkTest {

  // Ten times as many visits a person as in the comparison: every rule fires.
  private static final String[] SMALL = {"7", "6000", "600"};

  @ParameterizedTest
  @EnumSource(Peer.class)
  void engine_sameVisitsTwice_givesTheAlertsOfTheLoop(Peer peer) {
    Workload workload = workload(peer);

    Workload.Result expected = workload(Peer.HAND_WRITTEN).prepare().run();

    assertThat(workload.prepare().run()).isEqualTo(expected);
    assertThat(workload.prepare().run()).isEqualTo(expected);
  }

  @Test
  void claims_ofTheComparison_breakEveryRule() {
    int[] byRule = new int[4];
    new HandWritten(Claims.of(7, 20_000, 2_000))
        .prepare(
            new Alerts() {
              @Override
              public void add(int rule, long claim) {
                byRule[rule]++;
              }
            })
        .run();

    assertThat(byRule[Alerts.LIMIT]).isPositive();
    assertThat(byRule[Alerts.AGAIN]).isPositive();
    assertThat(byRule[Alerts.OFTEN]).isPositive();
  }

  @Test
  void text_ofScores_comparesWithTheFirst() {
    String text =
        PeersBenchmark.text(
            new Plan(1, 200_000, 20_000, 3, 5),
            List.of(
                new Score("this library", 1_000_000, List.of(900_000.0, 1_100_000.0), 12),
                new Score("other", 250_000, List.of(200_000.0, 300_000.0), 12)));

    assertThat(text)
        .startsWith("200,000 visits of 20,000 people, seed 1, 12 alerts in every engine")
        .contains("| other | 250,000 | 200,000 | 300,000 | 4.00 |");
  }

  private static Workload workload(Peer peer) {
    return new PeerMaker().make(peer.name(), SMALL[0], SMALL[1], SMALL[2]);
  }
}
