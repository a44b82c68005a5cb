package org.fundwatch.rules.judge;

import dev.cel.common.types.CelKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.fundwatch.domain.money.Fen;
import org.fundwatch.domain.time.ShanghaiTime;

/** Values of facts as text for people. */
final class FactTexts {

  private static final long DAY_MILLIS = 86_400_000L;
  private static final long HOUR_MILLIS = 3_600_000L;
  private static final int PERCENT = 100;

  private FactTexts() {}

  /**
   * The text of a value.
   *
   * @param kind the expression's type
   * @param unit of the fact; {@code yuan} turns an int of fen, {@code percent} a share, {@code
   *     hour} and {@code day} a length of time
   */
  static String text(Object value, CelKind kind, String unit) {
    return switch (kind) {
      case TIMESTAMP -> ShanghaiTime.format((Long) value);
      case DURATION ->
          decimal((Long) value / (double) (unit.equals("hour") ? HOUR_MILLIS : DAY_MILLIS), 1);
      case INT -> unit.equals("yuan") ? Fen.toYuan((Long) value) : String.valueOf(value);
      case DOUBLE ->
          unit.equals("percent")
              ? decimal((Double) value * PERCENT, 1)
              : decimal((Double) value, 2);
      case LIST ->
          ((List<?>) value).stream().map(String::valueOf).collect(Collectors.joining(", "));
      default -> String.valueOf(value);
    };
  }

  private static String decimal(double value, int places) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
