package org.fundwatch.alertapi.alert;

/** What the list of alerts can be ordered by. */
public enum AlertOrder {
  /** Amount at risk times confidence. */
  PRIORITY("alert.priority"),
  /** Amount at risk. */
  AMOUNT("alert.amountFen"),
  /** Last moment of service. */
  SERVICE("alert.serviceTo"),
  /** When the machine changed it last. */
  CHANGED("alert.changedAt");

  private final String field;

  AlertOrder(String field) {
    this.field = field;
  }

  String field() {
    return field;
  }
}
