package org.fundwatch.alertapi.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SeededShareTest {
  @Test
  void draws_bySeed_isTheSameForEverybody() {
    // As computed apart from this code, from what its documentation says.
    assertThat(drawn("bulk-1", 0.05)).startsWith("A29", "A35", "A49", "A130", "A135").hasSize(492);
    assertThat(drawn("bulk-1", 0.05)).isNotEqualTo(drawn("bulk-2", 0.05));
  }

  @Test
  void draws_aShare_isAboutAsLarge() {
    assertThat(drawn("bulk-1", 0)).isEmpty();
    assertThat(drawn("bulk-1", 1)).hasSize(10_000);
    // 500 expected, standard deviation 22.
    assertThat(drawn("bulk-2", 0.05)).hasSizeBetween(390, 610);
  }

  @Test
  void draws_aLargerShare_drawsThoseOfTheSmallerToo() {
    assertThat(drawn("bulk-1", 0.2)).containsAll(drawn("bulk-1", 0.05));
  }

  private static List<String> drawn(String seed, double share) {
    return IntStream.range(0, 10_000)
        .mapToObj(number -> "A" + number)
        .filter(id -> SeededShare.draws(seed, id, share))
        .toList();
  }
}
