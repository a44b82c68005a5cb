package org.fundwatch.alertapi.alert;

/** What the list of alerts can be ordered by. */
public enum AlertOrder {
  /** Amount at risk times confidence, over expected effort. */
  PRIORITY("alert.priority"),
  /** Amount at risk. */
  AMOUNT("alert.amountFen"),
  /** How sure the surest finding is. */
  CONFIDENCE("alert.confidence"),
  /** The last day to decide it. */
  DUE("alert.due"),
  /** Last moment of service. */
  SERVICE("alert.serviceTo"),
  /** When it was raised. */
  RAISED("alert.raisedAt"),
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
