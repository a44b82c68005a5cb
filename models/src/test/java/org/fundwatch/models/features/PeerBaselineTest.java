package org.fundwatch.models.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.testing.StayBuilder;
import org.junit.jupiter.api.Test;

class PeerBaselineTest {
  private static final int COST = FeatureSchema.indexOf("cost_vs_peers");

  private final PeerBaseline peers =
      PeerBaseline.fit(
          IntStream.range(0, 61)
              .mapToObj(i -> facts("ES25", "02", 1000 * Math.exp((i - 30) / 30.0)))
              .toList());

  private static StayFacts facts(String group, String level, double yuan) {
    Encounter stay =
        new StayBuilder("M1").group(group, 8_000).level(level).cost("09", yuan).build();
    return StayFacts.of(stay, new Timeline(List.of(stay)));
  }

  @Test
  void features_medianOfThePeers_isZero() {
    assertThat(peers.features(facts("ES25", "02", 1000))[COST]).isCloseTo(0, within(0.01));
  }

  @Test
  void features_dearerAndCheaper_lieOnEitherSide() {
    assertThat(peers.features(facts("ES25", "02", 3000))[COST]).isBetween(1.0, 3.0);
    assertThat(peers.features(facts("ES25", "02", 300))[COST]).isBetween(-3.0, -1.0);
  }

  @Test
  void features_groupWithoutEnoughPeers_isComparedWithAWiderCircle() {
    assertThat(peers.features(facts("ZZ99", "08", 1000))[COST]).isCloseTo(0, within(0.01));
  }

  @Test
  void features_veryFar_areCutOff() {
    assertThat(peers.features(facts("ES25", "02", 1e9))[COST]).isEqualTo(10);
  }

  @Test
  void features_asManyAsTheSchemaHasColumns() {
    assertThat(peers.features(facts("ES25", "02", 1000)))
        .hasSameSizeAs(FeatureSchema.columns().toArray());
  }
}
