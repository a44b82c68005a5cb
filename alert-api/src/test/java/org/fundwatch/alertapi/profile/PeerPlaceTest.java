package org.fundwatch.alertapi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.fundwatch.alertapi.profile.PeerPlace.PeerMeasure;
import org.fundwatch.alertapi.profile.Split.Counted;
import org.junit.jupiter.api.Test;

final class PeerPlaceTest {
  @Test
  void place_amongFour_isToldWithMedianAndHighest() {
    var group =
        Map.of(
            "H1", new Counted(10, 1_000),
            "H2", new Counted(4, 4_000),
            "H3", new Counted(4, 500),
            "H4", new Counted(1, 100));

    var peers = PeerPlace.of("H2", "hospitals", "3201", group);

    assertThat(peers.size()).isEqualTo(4);
    assertThat(peers.measures())
        .containsExactly(
            new PeerMeasure("alerts, suspected and confirmed", 4, 2, 4, 10),
            new PeerMeasure("their amount in fen", 4_000, 1, 500, 4_000),
            new PeerMeasure("amount per alert in fen", 1_000, 1, 100, 1_000));
  }

  @Test
  void place_ofOneWithoutFindings_isNone() {
    var peers = PeerPlace.of("H9", "hospitals", "3201", Map.of("H1", new Counted(1, 1)));

    assertThat(peers.measures()).isEmpty();
    assertThat(peers.size()).isEqualTo(1);
  }

  @Property(tries = 200, seed = "20261122")
  void place_countsThoseAbove(
      @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 9) Long> amounts) {
    var group = new HashMap<String, Counted>();
    for (int at = 0; at < amounts.size(); at++) {
      group.put("H" + at, new Counted(1, amounts.get(at)));
    }

    var amount = PeerPlace.of("H0", "", "", group).measures().get(1);

    assertThat(amount.place())
        .isEqualTo(1 + amounts.stream().filter(other -> other > amounts.get(0)).count());
    assertThat(amount.median()).isBetween(0L, amount.highest());
  }
}
