package org.fundwatch.rules.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fundwatch.rules.RuleIssue;

/** Gathers every mistake of a bundle, so that the author sees them all at once. */
public final class Issues {

  private final List<RuleIssue> found = Collections.synchronizedList(new ArrayList<>());

  /** Adds one. */
  public void add(RuleIssue issue) {
    found.add(issue);
  }

  /** True while nothing is wrong. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All, by place. */
  public List<RuleIssue> sorted() {
    synchronized (found) {
      return found.stream().sorted().distinct().toList();
    }
  }
}
