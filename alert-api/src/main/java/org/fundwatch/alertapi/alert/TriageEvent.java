package org.fundwatch.alertapi.alert;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;

/**
 * One thing that somebody did about an alert.
 *
 * @param revision of the triage after it
 * @param at epoch milliseconds
 * @param by user name
 * @param action what was done
 * @param detail whom it was assigned to, the disposition or the case; empty where there is none
 * @param reason why, empty for assigning
 * @param alertVersion the machine's version that the person looked at
 */
public record TriageEvent(
    int revision,
    long at,
    String by,
    Action action,
    String detail,
    String reason,
    int alertVersion) {

  /** What an entry of the journal tells. */
  static TriageEvent of(Entry entry) {
    var facts = entry.body(Facts.class);
    return new TriageEvent(
        entry.sequence(),
        entry.at(),
        entry.by(),
        Action.valueOf(entry.type()),
        facts.detail(),
        facts.reason(),
        facts.alertVersion());
  }

  /**
   * What the journal keeps of it, with what lay before the person.
   *
   * @param rules of the alert at that version
   * @param amountFen of the alert at that version
   */
  public record Facts(
      String detail, String reason, int alertVersion, List<String> rules, long amountFen) {
    public Facts {
      rules = List.copyOf(rules);
    }

    static Facts of(TriageChange change, AlertPart alert) {
      return new Facts(
          change.detail(), change.reason(), alert.version(), alert.rules(), alert.amountFen());
    }
  }

  /** What can be done. */
  public enum Action {
    ASSIGNED("指派"),
    DISMISSED("排除"),
    CONFIRMED("确认"),
    REOPENED("重新打开"),
    ADDED_TO_CASE("并入案件");

    private final String zh;

    Action(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }
}
