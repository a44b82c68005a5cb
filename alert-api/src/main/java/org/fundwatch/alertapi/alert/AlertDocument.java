package org.fundwatch.alertapi.alert;

/**
 * An alert as it is stored: neither part's writer touches the other part.
 *
 * @param alert the machine's part
 * @param triage the people's part
 */
public record AlertDocument(AlertPart alert, Triage triage) {
  /** Field of the machine's part. */
  public static final String ALERT = "alert";

  /** Field of the people's part. */
  public static final String TRIAGE = "triage";

  /** The state of both parts, for conditional changes. */
  public EntityTag tag() {
    return new EntityTag(alert.version(), triage.revision());
  }
}
