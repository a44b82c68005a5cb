package org.fundwatch.alertapi.fund;

/**
 * A fund's month, in fen.
 *
 * @param incomeFen of the month
 * @param spendingFen of the month
 * @param balanceFen accumulated at the end of the month; below 0 for a debt
 * @param budgetFen the whole year's budget of spending
 * @param stage how firm the figures are
 * @param source the statistics that they are taken from
 */
public record Figures(
    long incomeFen, long spendingFen, long balanceFen, long budgetFen, Stage stage, String source) {

  /** How firm figures are. */
  public enum Stage {
    FLASH("快报"),
    FINAL("决算");

    private final String zh;

    Stage(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }
}
