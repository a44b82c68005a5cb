package org.fundwatch.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void percentile_hundredValues_isTheNearestRank() {
    List<Integer> values = IntStream.rangeClosed(1, 100).map(i -> 101 - i).boxed().toList();

    assertThat(Figures.percentile(values, 0.5)).isEqualTo(50);
    assertThat(Figures.percentile(values, 0.99)).isEqualTo(99);
    assertThat(Figures.percentile(values, 1)).isEqualTo(100);
  }

  @Test
  void percentile_threeValues_isOneOfThem() {
    assertThat(Figures.percentile(List.of(7L, 3L, 5L), 0.5)).isEqualTo(5);
    assertThat(Figures.percentile(List.of(7L, 3L, 5L), 0.99)).isEqualTo(7);
  }

  @Test
  void percentile_noValuesOrShare_isRefused() {
    assertThatThrownBy(() -> Figures.percentile(List.of(), 0.5))
        .hasMessage("percentile 0.5 of 0 values; above 0 and at most 1, of at least one value");
    assertThatThrownBy(() -> Figures.percentile(List.of(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void median_oddAndEven_isTheMiddle() {
    assertThat(Figures.median(9, 1, 5)).isEqualTo(5);
    assertThat(Figures.median(9, 1, 5, 6)).isEqualTo(5.5);
  }

  @Test
  void median_noValues_isRefused() {
    assertThatThrownBy(Figures::median).hasMessage("median of no values; at least one");
  }
}
