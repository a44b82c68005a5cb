package org.fundwatch.alertapi.cases;

import java.util.List;

/**
 * One thing that happened in a case; together they are the case.
 *
 * @param caseId the case
 * @param sequence from 1 without gaps
 * @param kind what happened
 * @param at epoch milliseconds
 * @param by user name
 * @param text the title of an opening, the text of a note
 * @param alertIds alerts that an opening brings in
 * @param requestKey a hash of the creator's {@code Idempotency-Key}, empty for none
 */
public record CaseEvent(
    String caseId,
    int sequence,
    Kind kind,
    long at,
    String by,
    String text,
    List<String> alertIds,
    String requestKey) {

  public CaseEvent {
    alertIds = List.copyOf(alertIds);
  }

  /** Its id: two writers cannot both make the same. */
  String id() {
    return caseId + "-" + sequence;
  }

  /** What can happen. */
  public enum Kind {
    OPENED("建案"),
    NOTE("备注");

    private final String zh;

    Kind(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }
}
