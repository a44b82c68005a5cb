package org.fundwatch.alertapi.alert;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;

/**
 * One thing that somebody did about an alert.
 *
 * @param revision of the triage after it
 * @param at epoch milliseconds
 * @param by user name, or {@value #SYSTEM}
 * @param action what was done
 * @param detail what it was done with, see {@link Action}; empty where there is nothing
 * @param reason why, in the words of who did it; empty where nobody asks
 * @param alertVersion the machine's version that the person looked at
 * @param until epoch milliseconds until when it holds, 0 where it has no end
 * @param batch of several alerts at once that it was done in, empty for none
 * @param recheck true when somebody else is to look at it again: drawn from the batch
 */
public record TriageEvent(
    int revision,
    long at,
    String by,
    Action action,
    String detail,
    String reason,
    int alertVersion,
    long until,
    String batch,
    boolean recheck) {
  /** Who does what time alone brings. */
  public static final String SYSTEM = "fundwatch";

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
        facts.alertVersion(),
        facts.until(),
        facts.batch(),
        facts.recheck());
  }

  /**
   * What the journal keeps of it, with what lay before the person.
   *
   * @param rules of the alert at that version
   * @param amountFen of the alert at that version
   */
  public record Facts(
      String detail,
      String reason,
      int alertVersion,
      long until,
      String batch,
      boolean recheck,
      List<String> rules,
      long amountFen) {
    public Facts {
      // Entries written before there were batches have none.
      batch = batch == null ? "" : batch;
      rules = List.copyOf(rules);
    }

    static Facts of(TriageChange change, AlertPart alert) {
      return new Facts(
          change.detail(),
          change.reason(),
          alert.version(),
          change.until(),
          change.batch(),
          change.recheck(),
          alert.rules(),
          alert.amountFen());
    }
  }

  /** What can be done; in brackets the detail. */
  public enum Action {
    /** Taken for a while, so that nobody else looks at it. */
    TAKEN("领取"),
    /** Given back. */
    RELEASED("放回"),
    /** Given to somebody (user name). */
    ASSIGNED("指派"),
    /** Put off until a day. */
    SNOOZED("暂缓"),
    /** That day has come. */
    WOKEN("恢复"),
    /** Remarked upon (the remark). */
    COMMENTED("备注"),
    /** Given a label (the label). */
    LABELLED("加标签"),
    /** Lost a label (the label). */
    UNLABELLED("去标签"),
    /** Linked to another alert (its id). */
    LINKED("关联预警"),
    /** No longer linked (id of the other). */
    UNLINKED("取消关联"),
    /** Linked to a report of the hotline (its id). */
    LINKED_REPORT("关联举报"),
    /** No longer linked to it (its id). */
    UNLINKED_REPORT("取消关联举报"),
    /** Found not to hold (disposition). */
    DISMISSED("排除"),
    /** Found to hold (disposition). */
    CONFIRMED("确认"),
    /** Decision taken back. */
    REOPENED("重新打开"),
    /** A decision of a batch looked at again by somebody else (AGREED or DISAGREED). */
    RECHECKED("复核"),
    /** Made part of a case (its id). */
    ADDED_TO_CASE("并入案件"),
    /** No longer part of a case (its id). */
    LEFT_CASE("移出案件"),
    /** Put aside (id of the suppression). */
    SUPPRESSED("抑制"),
    /** Let through to see what is missed (id of the suppression). */
    SAMPLED("抽样放行"),
    /** No longer put aside (id of the suppression). */
    UNSUPPRESSED("解除抑制"),
    /** The change before taken back (its revision). */
    UNDONE("撤销");

    private final String zh;

    Action(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }

    /** True for what the person who did it may take back while nothing has happened since. */
    public boolean undoable() {
      return switch (this) {
        // A case knows of its alerts by its own events.
        case ADDED_TO_CASE,
            LEFT_CASE,
            RECHECKED,
            WOKEN,
            SUPPRESSED,
            SAMPLED,
            UNSUPPRESSED,
            UNDONE ->
            false;
        default -> true;
      };
    }
  }
}
