package org.fundwatch.alertapi.cases;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;

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
 */
public record CaseEvent(
    String caseId,
    int sequence,
    Kind kind,
    long at,
    String by,
    String text,
    List<String> alertIds) {

  public CaseEvent {
    alertIds = List.copyOf(alertIds);
  }

  /** What an entry of the journal tells. */
  static CaseEvent of(Entry entry) {
    var facts = entry.body(Facts.class);
    return new CaseEvent(
        entry.stream().id(),
        entry.sequence(),
        Kind.valueOf(entry.type()),
        entry.at(),
        entry.by(),
        facts.text(),
        facts.alertIds());
  }

  /** What the journal keeps of it. */
  record Facts(String text, List<String> alertIds) {
    Facts {
      alertIds = List.copyOf(alertIds);
    }
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
