package org.fundwatch.streaming.judging;

import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.FindingChange;

/** Alerts about older history, as what the alert desk folds into its own. */
public final class Backfilled {

  private static final String TRANSACTION = "backfill";

  private Backfilled() {}

  /**
   * The findings of an alert as if a desk had just raised them. Told twice they change nothing.
   *
   * @param publishedMillis when the alert was handed over
   */
  public static SubjectChanges of(Alert alert, long publishedMillis) {
    Cause cause = new Cause(TRANSACTION, TRANSACTION, publishedMillis);
    return new SubjectChanges(
        alert.subject().key(),
        alert.findings().stream()
            .map(finding -> new FindingChange(finding, false, cause))
            .toList());
  }
}
