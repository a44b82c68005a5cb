package org.fundwatch.alertapi.alert;

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
