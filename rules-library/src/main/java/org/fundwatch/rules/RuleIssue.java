package org.fundwatch.rules;

/**
 * One mistake of a rule author, with its place.
 *
 * @param file path inside the bundle, such as {@code rules/admission/ip01-split/rule.yaml}
 * @param line from 1
 * @param column from 1
 * @param found what was found there, with the value quoted
 * @param allowed what is allowed instead
 */
public record RuleIssue(String file, int line, int column, String found, String allowed)
    implements Comparable<RuleIssue> {

  /** {@code file:line:column: found; allowed}. */
  @Override
  public String toString() {
    return "%s:%d:%d: %s; %s".formatted(file, line, column, found, allowed);
  }

  @Override
  public int compareTo(RuleIssue other) {
    int order = file.compareTo(other.file);
    order = order != 0 ? order : Integer.compare(line, other.line);
    order = order != 0 ? order : Integer.compare(column, other.column);
    order = order != 0 ? order : found.compareTo(other.found);
    return order != 0 ? order : allowed.compareTo(other.allowed);
  }
}
