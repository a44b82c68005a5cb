package org.fundwatch.alertapi.journal;

import org.fundwatch.alertapi.search.Indices;

/** What streams are about; each kind has an index and a topic of its own. */
public enum Kind {
  /** A case. */
  CASE(Indices.Name.CASE_EVENTS),
  /** What people do about an alert. */
  ALERT(Indices.Name.ALERT_EVENTS),
  /** A report of the hotline. */
  REPORT(Indices.Name.REPORT_EVENTS),
  /** A user. */
  USER(Indices.Name.USER_EVENTS),
  /** Whatever belongs to none of the others: views, suppressions, draws. */
  DESK(Indices.Name.DESK_EVENTS);

  private final Indices.Name index;

  Kind(Indices.Name index) {
    this.index = index;
  }

  /** The index that holds the entries. */
  Indices.Name index() {
    return index;
  }

  /** The topic that remembers the entries, such as {@code case-events}. */
  public String topic() {
    return index.alias();
  }
}
