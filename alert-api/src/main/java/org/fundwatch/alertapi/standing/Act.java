package org.fundwatch.alertapi.standing;

import static org.fundwatch.alertapi.standing.MarkState.IN_FORCE;
import static org.fundwatch.alertapi.standing.MarkState.OBJECTED;
import static org.fundwatch.alertapi.standing.MarkState.PROPOSED;
import static org.fundwatch.alertapi.standing.MarkState.REFUSED;
import static org.fundwatch.alertapi.standing.MarkState.REPAIRED;
import static org.fundwatch.alertapi.standing.MarkState.REPAIR_ASKED;
import static org.fundwatch.alertapi.standing.MarkState.WITHDRAWN;

/** What is done with a mark. */
public enum Act {
  PROPOSE("提出", PROPOSED, PROPOSED),
  APPROVE("批准", PROPOSED, IN_FORCE),
  REFUSE("不批准", PROPOSED, REFUSED),
  OBJECT("申诉", IN_FORCE, OBJECTED),
  REJECT_OBJECTION("申诉不成立", OBJECTED, IN_FORCE),
  ACCEPT_OBJECTION("申诉成立，撤销", OBJECTED, WITHDRAWN),
  ASK_REPAIR("申请修复", IN_FORCE, REPAIR_ASKED),
  DENY_REPAIR("不予修复", REPAIR_ASKED, IN_FORCE),
  /** Of a part: the rest stays in force. */
  GRANT_REPAIR("准予修复", REPAIR_ASKED, REPAIRED);

  private final String zh;
  private final MarkState from;
  private final MarkState to;

  Act(String zh, MarkState from, MarkState to) {
    this.zh = zh;
    this.from = from;
    this.to = to;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  MarkState from() {
    return from;
  }

  MarkState to() {
    return to;
  }

  /** True for an answer to what somebody else has put forward. */
  boolean decides() {
    return switch (this) {
      case PROPOSE, OBJECT, ASK_REPAIR -> false;
      case APPROVE, REFUSE, REJECT_OBJECTION, ACCEPT_OBJECTION, DENY_REPAIR, GRANT_REPAIR -> true;
    };
  }
}
