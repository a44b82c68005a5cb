package org.fundwatch.rules.explain;

import java.util.List;
import java.util.Optional;
import org.fundwatch.domain.finding.Finding;

/**
 * One rule on one subject.
 *
 * @param subject about what, such as {@code ENCOUNTER:M123}
 * @param anchors what tells it from other subjects there: an item, a day, the earlier stay
 * @param checks what is asked before the rule is evaluated: status, visit, dates, index
 * @param parameters the values that hold at the place and time
 * @param facts each with its value
 * @param parts of the condition, all of which must hold
 * @param exceptions none of which may hold
 * @param finding what the rule finds, if it does
 */
public record Explanation(
    String subject,
    List<String> anchors,
    List<Step> checks,
    List<Value> parameters,
    List<Value> facts,
    List<Step> parts,
    List<Step> exceptions,
    Optional<Finding> finding) {

  public Explanation {
    anchors = List.copyOf(anchors);
    checks = List.copyOf(checks);
    parameters = List.copyOf(parameters);
    facts = List.copyOf(facts);
    parts = List.copyOf(parts);
    exceptions = List.copyOf(exceptions);
  }

  /**
   * One question and its answer.
   *
   * @param text what is asked
   * @param answer yes, no, or that there is none
   * @param note why, empty for nothing to say
   */
  public record Step(String text, Answer answer, String note) {}

  /**
   * A named value.
   *
   * @param name as expressions name it
   * @param text the value for people
   * @param unit of it, empty for none
   */
  public record Value(String name, String text, String unit) {}

  /** Of a question. */
  public enum Answer {
    YES,
    NO,
    /** The expression has no value here, such as a division by zero. */
    FAILS
  }

  /** True where the rule would be evaluated by the job. */
  public boolean applies() {
    return checks.stream().allMatch(check -> check.answer() == Answer.YES);
  }

  /** How many of the parts hold before one does not. */
  public int reached() {
    int reached = 0;
    while (reached < parts.size() && parts.get(reached).answer() == Answer.YES) {
      reached++;
    }
    return reached;
  }
}
