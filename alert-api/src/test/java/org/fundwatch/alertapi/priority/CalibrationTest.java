package org.fundwatch.alertapi.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalibrationTest {
  private static final Weight TWENTY = new Weight("", 20, Provenance.PROPOSAL, "a test");
  private static final long MANY = 1_000_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    "0.8, 0, 0, 0.8", // counted, and nobody has decided
    "0.8, 4, 1, 0.8", // as stated
    "0.9, 0, 100, 0.15", // all dismissed
    "0.9, 10, 0, 0.9333",
    "1, 0, 1, 0.9524",
    "0, 0, 7, 0",
    "1, 7, 0, 1",
    "0.5, 1000000000000, 0, 1",
    "NaN, 5, 15, 0.125",
    "-1, 0, 0, 0",
    "7, 0, 20, 0.5",
  })
  void of_figure_movesWhatWasStated(double stated, long confirmed, long dismissed, double result) {
    var figure = new Figure("R", confirmed, dismissed, 3, 1_000);

    var calibration = Calibration.of(stated, figure, TWENTY);

    assertThat(calibration.result()).isEqualTo(result);
    assertThat(calibration.closing()).isEqualTo(3);
    assertThat(calibration.measuredAt()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @CsvSource({"0.123456789, 0.123456789", "NaN, 0", "1.5, 1"})
  void of_noFigure_leavesWhatWasStated(double stated, double result) {
    assertThat(Calibration.of(stated, null, TWENTY))
        .isEqualTo(new Calibration(result, 0, 0, TWENTY, result, 0, null));
  }

  @Test
  void figure_ofLessThanNothing_isRefused() {
    assertThatThrownBy(() -> new Figure("R", -1, 0, 1, 0))
        .hasMessage("R: -1 confirmed, 0 dismissed; allowed are 0 and more");
  }

  @Property
  void calibrated_isAShare_thatGrowsWithWhatWasConfirmed(
      @ForAll @DoubleRange(min = 0, max = 1) double stated,
      @ForAll @LongRange(min = 0, max = MANY) long confirmed,
      @ForAll @LongRange(min = 0, max = MANY) long dismissed,
      @ForAll @IntRange(min = 1, max = 10_000) int decided) {
    double result = Calibration.calibrated(stated, confirmed, dismissed, decided);

    assertThat(result).isBetween(0.0, 1.0);
    assertThat(Calibration.calibrated(stated, confirmed + 1, dismissed, decided))
        .isGreaterThanOrEqualTo(result);
    assertThat(Calibration.calibrated(stated, confirmed, dismissed + 1, decided))
        .isLessThanOrEqualTo(result);
    // Between what was stated and what was measured, but for the rounding.
    double measured =
        confirmed + dismissed == 0 ? stated : (double) confirmed / (confirmed + dismissed);
    assertThat(result)
        .isBetween(Math.min(stated, measured) - 1e-4, Math.max(stated, measured) + 1e-4);
  }

  @Property
  void moved_isTheMostThatAnyStatedConfidenceIsMoved(
      @ForAll @DoubleRange(min = 0, max = 1) double stated,
      @ForAll @LongRange(min = 0, max = 500) long confirmed,
      @ForAll @LongRange(min = 0, max = 500) long dismissed,
      @ForAll @IntRange(min = 1, max = 300) int decided) {
    var before = new Figure("R", 3, 4, 1, 0);
    var after = new Figure("R", confirmed, dismissed, 2, 0);

    double moved =
        Math.abs(
            Calibration.calibrated(stated, 3, 4, decided)
                - Calibration.calibrated(stated, confirmed, dismissed, decided));

    assertThat(Calibration.moved(before, after, decided)).isGreaterThanOrEqualTo(moved - 2e-4);
    assertThat(Calibration.moved(after, after, decided)).isCloseTo(0, within(0.0));
  }
}
