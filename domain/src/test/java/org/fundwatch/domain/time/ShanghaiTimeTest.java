package org.fundwatch.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShanghaiTimeTest {

  // Seconds of 1950-01-01 to 2100-01-01: before 1992 China had summer time.
  @Property(seed = "20261122")
  void format_anySecond_isReadBackTheSame(
      @ForAll @LongRange(min = -631_152_000L, max = 4_102_444_800L) long second) {
    long millis = second * 1000;
    LocalDateTime wall = ShanghaiTime.dateTime(millis);
    if (wall.atZone(ShanghaiTime.ZONE).toEpochSecond() == second) {
      assertThat(ShanghaiTime.parseDateTime(ShanghaiTime.format(millis))).isEqualTo(millis);
    }
  }

  @Property(seed = "20261122")
  void epochDay_anyMomentSince1992_isTheWallClockDay(
      @ForAll @LongRange(min = 694_224_000L, max = 4_102_444_800L) long second) {
    assertThat(ShanghaiTime.epochDay(second * 1000))
        .isEqualTo(ShanghaiTime.dateTime(second * 1000).toLocalDate().toEpochDay());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-30 10:00:00",
        "2026-3-2 10:00:00",
        "2026-03-02",
        "2026-03-02 24:00:00",
        "2026-03-02 10:60:00",
        "2026-03-02X10:00:00",
        "20260302 10:00:00  "
      })
  void parseDateTime_anythingElse_isInvalid(String text) {
    assertThat(ShanghaiTime.parseDateTime(text)).isEqualTo(ShanghaiTime.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-29", "2026/02/28", "0x26-01-01", "2026-00-01"})
  void parseDate_anythingElse_isInvalid(String text) {
    assertThat(ShanghaiTime.parseDate(text)).isEqualTo(ShanghaiTime.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-29", "1900-01-01", "2099-12-31"})
  void parseDate_existingDay_isItsEpochDay(String text) {
    assertThat(ShanghaiTime.parseDate(text)).isEqualTo(LocalDate.parse(text).toEpochDay());
  }
}
