package org.fundwatch.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A rule-set was refused, whole, for every mistake listed here. */
public final class RuleSetException extends Exception {

  private final List<RuleIssue> issues;

  RuleSetException(List<RuleIssue> issues) {
    super(issues.stream().sorted().map(RuleIssue::toString).collect(Collectors.joining("\n")));
    this.issues = issues.stream().sorted().toList();
  }

  /** Every mistake, by file, line and column; never empty. */
  public List<RuleIssue> issues() {
    return issues;
  }
}
