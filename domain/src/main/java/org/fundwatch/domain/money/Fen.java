package org.fundwatch.domain.money;

import java.math.BigDecimal;

/** Money is a {@code long} of fen (hundredths of a yuan); this class turns it to and from text. */
public final class Fen {

  private Fen() {}

  /** Fen of an amount in yuan with at most two decimals; more decimals are an error. */
  public static long ofYuan(String yuan) {
    return new BigDecimal(yuan).movePointRight(2).longValueExact();
  }

  /** Yuan with two decimals, as the national interface writes amounts: 1234 is {@code 12.34}. */
  public static String toYuan(long fen) {
    return Scaled.toText(fen, 2);
  }
}
