package org.fundwatch.alertapi.report;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;

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

  /** What is done about reports, as the journal names it. */
  enum Action {
    /** Taken in; the body is a {@link ReportContent}. */
    RECEIVED,
    /** The status has changed; the body is a {@link ReportStatus}. */
    STATUS_CHANGED
  }

  /**
   * The report that the entries of its stream make.
   *
   * @param entries all of them in order, 1 or more
   */
  static Report of(List<Entry> entries) {
    var first = entries.get(0);
    var last = entries.get(entries.size() - 1);
    var status = entries.size() == 1 ? ReportStatus.RECEIVED : last.body(ReportStatus.class);
    return new Report(
        first.body(ReportContent.class),
        status,
        first.at(),
        first.by(),
        last.sequence(),
        last.at(),
        last.by());
  }
}
