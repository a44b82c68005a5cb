package org.fundwatch.streaming.judging;

import java.util.List;

/**
 * What a desk says about the rules it runs, for the {@code rule-status} topic.
 *
 * @param schema version of this record's layout
 * @param desk the desk's name
 * @param subtask which of the desk's parallel parts, from 0
 * @param subtasks how many parts the desk has
 * @param ruleSet version that the part runs, or for REFUSED goes on running
 * @param state what happened
 * @param detail mistakes of a refused bundle, or the rule that failed, on what and how
 * @param atMillis when
 * @param knowledge version of the knowledge tables
 * @param rules how many rules make alerts
 * @param shadows how many are on trial
 * @param publishedMillis when the rule-set was published, 0 for one that came with a release
 * @param rule the rule that failed, else empty
 * @param tallies counts by rule, of COUNTED
 * @param lagMillis the longest time from an event's sending to its judging since the last counts,
 *     of COUNTED
 */
public record DeskReport(
    int schema,
    String desk,
    int subtask,
    int subtasks,
    String ruleSet,
    State state,
    String detail,
    long atMillis,
    String knowledge,
    int rules,
    int shadows,
    long publishedMillis,
    String rule,
    List<RuleTally> tallies,
    long lagMillis) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 2;

  /** What happened. */
  public enum State {
    /** The part judges by this version from now on. */
    RUNNING,
    /** The part has judged by this version all that it keeps. */
    SWEPT,
    /** A new bundle was refused, whole. */
    REFUSED,
    /** A rule or model failed on an event; the first such failure, all are counted. */
    FAILED,
    /** What the part has counted, now and then. */
    COUNTED,
    /** How much has come too late to be judged since the part was started. */
    LATE
  }

  public DeskReport {
    // Reports of the first layout had less.
    knowledge = knowledge == null ? "" : knowledge;
    rule = rule == null ? "" : rule;
    tallies = tallies == null ? List.of() : List.copyOf(tallies);
  }

  /** The same report of that moment. */
  DeskReport at(long millis) {
    return new DeskReport(
        schema,
        desk,
        subtask,
        subtasks,
        ruleSet,
        state,
        detail,
        millis,
        knowledge,
        rules,
        shadows,
        publishedMillis,
        rule,
        tallies,
        lagMillis);
  }

  /** Reports with an equal key replace each other: the last of each kind counts. */
  public String key() {
    return desk + '/' + subtask + '/' + state + (rule.isEmpty() ? "" : '/' + rule);
  }
}
