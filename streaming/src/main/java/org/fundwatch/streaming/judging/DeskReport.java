package org.fundwatch.streaming.judging;

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
 */
public record DeskReport(
    int schema,
    String desk,
    int subtask,
    int subtasks,
    String ruleSet,
    State state,
    String detail,
    long atMillis) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  /** What happened. */
  public enum State {
    /** The part judges by this version from now on. */
    RUNNING,
    /** The part has judged by this version all that it keeps. */
    SWEPT,
    /** A new bundle was refused, whole. */
    REFUSED,
    /** A rule or model failed on an event; the first such failure, all are counted in metrics. */
    FAILED
  }

  /** The same report of that moment. */
  DeskReport at(long millis) {
    return new DeskReport(schema, desk, subtask, subtasks, ruleSet, state, detail, millis);
  }

  /** What tells the parts of all desks apart. */
  public String key() {
    return desk + '/' + subtask;
  }
}
