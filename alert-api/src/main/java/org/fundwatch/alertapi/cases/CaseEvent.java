package org.fundwatch.alertapi.cases;

import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.procedure.CaseAction;
import org.fundwatch.alertapi.procedure.CaseEntry;
import org.fundwatch.alertapi.procedure.Money.Posted;

/**
 * One thing that happened in a case; together they are the case.
 *
 * @param sequence from 1 without gaps
 * @param kind what happened, such as {@code STEPPED}
 * @param zh the same for people, in Chinese
 * @param at epoch milliseconds
 * @param by user name
 * @param text what was done or said, in a line
 * @param action all of it
 */
public record CaseEvent(
    int sequence, String kind, String zh, long at, String by, String text, CaseAction action) {

  /**
   * What an entry of the journal tells.
   *
   * @throws IllegalStateException when its type is none that we know
   */
  static CaseEvent of(Entry entry) {
    var type = CaseAction.TYPES.get(entry.type());
    if (type == null) {
      throw new IllegalStateException(
          "%s, entry %d: type '%s'; known are %s"
              .formatted(
                  entry.stream(), entry.sequence(), entry.type(), CaseAction.TYPES.keySet()));
    }
    var action = entry.body(type);
    return new CaseEvent(
        entry.sequence(), entry.type(), action.zh(), entry.at(), entry.by(), action.text(), action);
  }

  /** As it is shown: personal data in it masked. */
  CaseEvent masked() {
    return new CaseEvent(sequence, kind, zh, at, by, Mask.text(text), masked(action));
  }

  private static CaseAction masked(CaseAction action) {
    if (action instanceof Posted line) {
      return Mask.all(
          new Posted(
              line.account(),
              line.amount(),
              Mask.code(line.subject()),
              line.corrects(),
              line.text()));
    }
    return action instanceof Record record ? (CaseAction) Mask.all(record) : action;
  }

  CaseEntry entry() {
    return new CaseEntry(sequence, at, by, action);
  }
}
