package org.fundwatch.alertapi.procedure.term;

/** Working days of a year are asked for whose holidays nobody has entered: they are not guessed. */
public final class UnknownYearException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int year;

  UnknownYearException(int year) {
    super(
        "%d: working days unknown; enter the State Council's notice for it as workdays-%d.csv"
            .formatted(year, year));
    this.year = year;
  }

  /** The year. */
  public int year() {
    return year;
  }

  /** The message in Chinese. */
  public String zh() {
    return "%d年节假日安排未录入，不能推算工作日；请将国务院办公厅通知录入 workdays-%d.csv".formatted(year, year);
  }
}
