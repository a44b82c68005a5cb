package org.fundwatch.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledTest {

  @ParameterizedTest
  @CsvSource({"1,100", "1.5,150", "-0.01,-1", "0012.30,1230", "7.0000,700", "+3,300", "0,0"})
  void parse_number_isExact(String text, long expected) {
    assertThat(Scaled.parse(text, 2)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".5", "1.005", "1e3", "1,000", "NaN", "１２", "123456789012345678"})
  void parse_anythingElse_isInvalid(String text) {
    assertThat(Scaled.parse(text, 2)).isEqualTo(Scaled.INVALID);
  }

  @Property(seed = "20261122")
  void toText_anyNumber_isReadBackTheSame(
      @ForAll @LongRange(min = -9_999_999_999_999L, max = 9_999_999_999_999L) long value,
      @ForAll @IntRange(min = 0, max = 6) int scale) {
    String text = Scaled.toText(value, scale);
    assertThat(Scaled.parse(text, scale)).isEqualTo(value);
    assertThat(new BigDecimal(text)).isEqualByComparingTo(BigDecimal.valueOf(value, scale));
  }

  @Test
  void fen_moreThanTwoDecimals_isRefused() {
    assertThat(Fen.toYuan(Fen.ofYuan("1234.5"))).isEqualTo("1234.50");
    assertThatThrownBy(() -> Fen.ofYuan("0.001")).isInstanceOf(ArithmeticException.class);
  }
}
