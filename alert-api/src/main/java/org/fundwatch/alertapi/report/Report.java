package org.fundwatch.alertapi.report;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.security.Caller;

/**
 * A report as it is stored; moments in epoch milliseconds.
 *
 * @param content what the hotline sent; its personal parts as they are kept, or masked
 * @param status where we are with it
 * @param receivedAt when we got it
 * @param receivedBy user name
 * @param revision grows by one with every change of the status
 * @param changedAt of the last change
 * @param changedBy user name
 * @param region of the reported institution where it is known, else of the hotline
 */
record Report(
    ReportContent content,
    ReportStatus status,
    long receivedAt,
    String receivedBy,
    int revision,
    long changedAt,
    String changedBy,
    String region) {

  Report {
    // Those of before there were regions are the nation's.
    region = region == null ? "" : region;
  }

  /** The body of an entry {@link Action#RECEIVED}. */
  record Received(ReportContent content, String region) {}

  /** What is done about reports, as the journal names it. */
  enum Action {
    /** Taken in; the body is a {@link Received}. */
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
    var received = first.body(Received.class);
    var last = entries.get(entries.size() - 1);
    var status = entries.size() == 1 ? ReportStatus.RECEIVED : last.body(ReportStatus.class);
    return new Report(
        received.content(),
        status,
        first.at(),
        first.by(),
        last.sequence(),
        last.at(),
        last.by(),
        received.region());
  }

  /** The same with other content. */
  Report with(ReportContent other) {
    return new Report(
        other, status, receivedAt, receivedBy, revision, changedAt, changedBy, region);
  }

  /** The same with its personal parts masked. */
  Report masked() {
    return new Report(
        ReportPrivacy.masked(content),
        Mask.all(status),
        receivedAt,
        receivedBy,
        revision,
        changedAt,
        changedBy,
        region);
  }

  /** True when a caller may see it: of their regions, or taken in by themselves. */
  boolean seenBy(Caller caller) {
    return caller.sees(region) || receivedBy.equals(caller.name());
  }
}
