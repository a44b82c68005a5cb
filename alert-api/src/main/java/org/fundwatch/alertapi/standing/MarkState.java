package org.fundwatch.alertapi.standing;

import java.util.Arrays;
import java.util.List;

/** How far a mark is. */
public enum MarkState {
  /** Nobody has approved it: it counts for nothing. */
  PROPOSED("待批", false),
  /** It was not approved. */
  REFUSED("未批准", false),
  /** It counts. */
  IN_FORCE("生效", true),
  /** An objection waits for its answer; it counts meanwhile. */
  OBJECTED("申诉中", true),
  /** Taken back after an objection. */
  WITHDRAWN("已撤销", false),
  /** A repair is asked for; it counts meanwhile. */
  REPAIR_ASKED("修复审批中", true),
  /** Repaired in full. */
  REPAIRED("已修复", false);

  private final String zh;
  private final boolean counting;

  MarkState(String zh, boolean counting) {
    this.zh = zh;
    this.counting = counting;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  /** True when a mark in this state counts. */
  public boolean counts() {
    return counting;
  }

  /** The states in which a mark counts. */
  public static List<MarkState> counting() {
    return Arrays.stream(values()).filter(MarkState::counts).toList();
  }
}
