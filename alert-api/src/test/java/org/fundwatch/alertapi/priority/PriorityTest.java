package org.fundwatch.alertapi.priority;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PriorityTest {
  @ParameterizedTest
  @CsvSource({
    "123456, 0.8, 60, 98765", // 98764.8
    "123456, 0.8, 120, 49382", // 49382.4
    "1, 0.5, 60, 1", // half up
    "1, 0.49, 60, 0",
    "100, 0.1, 30, 20", // a tenth as written, not as its nearest binary fraction
    "300, 0.7, 20, 630",
    "0, 1, 1, 0",
    "-100, 0.5, 60, -50",
    "100, 7, 60, 100",
    "100, -1, 60, 0",
    "100, NaN, 60, 0",
    "9223372036854775807, 1, 1, 9223372036854775807",
    "9007199254740993, 1, 60, 9007199254740993",
  })
  void fenPerHour_isExact(long amountFen, double confidence, int minutes, long expected) {
    assertThat(Priority.fenPerHour(amountFen, confidence, minutes)).isEqualTo(expected);
  }

  @Test
  void fenPerHour_moreWork_isWorthLessAnHour() {
    for (int minutes = 1; minutes < 960; minutes++) {
      assertThat(Priority.fenPerHour(1_000_000, 0.9, minutes))
          .isGreaterThan(Priority.fenPerHour(1_000_000, 0.9, minutes + 1));
    }
  }
}
