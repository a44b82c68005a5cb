package org.fundwatch.alertapi.fund;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.fund.GradeTable.JudgedReading;
import org.fundwatch.alertapi.problem.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A warning notice: the grade of an indicator has changed, for the worse or for the better.
 *
 * @param id of it
 * @param region administrative division
 * @param raised the change that made it, with formula, figures and the row of the table
 * @param state how far people are with it
 * @param raisedAt epoch milliseconds
 * @param steps what people did, in order
 * @param sequence of the last entry that touched it
 */
public record Notice(
    String id,
    String region,
    FundKind fund,
    GradeChange raised,
    State state,
    long raisedAt,
    List<NoticeStep> steps,
    int sequence) {
  public Notice {
    steps = List.copyOf(steps);
  }

  /**
   * A change of grade, kept as it was found.
   *
   * @param from the grade before
   * @param to the grade now
   * @param judged the reading, its grade, and the row that makes it
   */
  public record GradeChange(FundGrade from, FundGrade to, JudgedReading judged) {}

  /** What somebody did about it. */
  public record NoticeStep(Act act, String by, long at, String text) {}

  /** What can be done about it. */
  public enum Act {
    ACKNOWLEDGE,
    ANSWER,
    CLOSE
  }

  /** How far people are with it. */
  public enum State {
    OPEN("待确认"),
    ACKNOWLEDGED("已确认"),
    ANSWERED("已答复"),
    CLOSED("已办结");

    private final String zh;

    State(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }

    /** What it is after an act, null when that cannot be done in it. */
    @Nullable State after(Act act) {
      return switch (act) {
        case ACKNOWLEDGE -> this == OPEN ? ACKNOWLEDGED : null;
        case ANSWER -> this == ACKNOWLEDGED ? ANSWERED : null;
        case CLOSE -> this == ANSWERED ? CLOSED : null;
      };
    }
  }

  /** Its state as an ETag. */
  String tag() {
    return Revision.tag(sequence);
  }

  Notice with(NoticeStep step, State next, int at) {
    var all = new ArrayList<>(steps);
    all.add(step);
    return new Notice(id, region, fund, raised, next, raisedAt, all, at);
  }
}
