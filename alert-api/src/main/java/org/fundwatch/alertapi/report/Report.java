package org.fundwatch.alertapi.report;

/**
 * A report as it is stored; moments in epoch milliseconds.
 *
 * @param content what the hotline sent
 * @param status where we are with it
 * @param receivedAt when we got it
 * @param receivedBy user name
 * @param revision grows by one with every change of the status
 * @param changedAt of the last change
 * @param changedBy user name
 */
record Report(
    ReportContent content,
    ReportStatus status,
    long receivedAt,
    String receivedBy,
    int revision,
    long changedAt,
    String changedBy) {

  static Report received(ReportContent content, long at, String by) {
    return new Report(content, ReportStatus.RECEIVED, at, by, 1, at, by);
  }

  Report changed(ReportStatus newStatus, long at, String by) {
    return new Report(content, newStatus, receivedAt, receivedBy, revision + 1, at, by);
  }
}
