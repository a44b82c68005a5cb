package org.fundwatch.benchmarks.rules;

import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.rules.RuleSetException;

/** The built-in library, compiled. */
final class BuiltIn {

  private BuiltIn() {}

  static RuleSet compile() {
    try {
      return RuleCompiler.compile(RuleBundle.builtIn());
    } catch (RuleSetException e) {
      throw new IllegalStateException("the built-in rules have mistakes: " + e.issues(), e);
    }
  }
}
