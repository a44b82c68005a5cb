package org.fundwatch.rules.backtest;

import java.util.Locale;
import org.fundwatch.domain.money.Fen;
import org.fundwatch.rules.backtest.BackTestReport.Side;

/** Figures as people read them. */
final class Figures {

  private static final int PERCENT = 100;

  private Figures() {}

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** With its sign, nothing for none. */
  static String change(long value) {
    return value == 0 ? "" : String.format(Locale.ROOT, "%+,d", value);
  }

  static String yuan(long fen) {
    String yuan = Fen.toYuan(Math.abs(fen));
    int point = yuan.indexOf('.');
    return (fen < 0 ? "-" : "")
        + String.format(Locale.ROOT, "%,d", Long.parseLong(yuan.substring(0, point)))
        + yuan.substring(point);
  }

  /** The share that is right, with what it rests on. */
  static String precision(Side side) {
    return percent(side)
        + (side.known() == 0 ? "" : " (%d/%d)".formatted(side.confirmed(), side.known()));
  }

  static String percent(Side side) {
    return side.known() == 0
        ? "–"
        : String.format(Locale.ROOT, "%.1f %%", side.precision() * PERCENT);
  }

  static String hours(double hours) {
    return String.format(Locale.ROOT, "%,.1f", hours);
  }
}
