package org.fundwatch.streaming.judging;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.rules.RuleSetException;

/**
 * Compiles each bundle once for all desks of this process: it takes seconds, and every part of
 * every desk asks for the same at the same moment. A rule-set is immutable and depends on its
 * bundle alone, whose version is its hash, so nobody can tell that it is shared.
 */
final class CompiledRules {

  private static final Map<String, SoftReference<RuleSet>> BY_VERSION = new HashMap<>();

  private CompiledRules() {}

  static RuleSet of(RuleBundle bundle) throws RuleSetException {
    synchronized (BY_VERSION) {
      SoftReference<RuleSet> kept = BY_VERSION.get(bundle.version());
      RuleSet rules = kept == null ? null : kept.get();
      if (rules == null) {
        rules = RuleCompiler.compile(bundle);
        BY_VERSION.put(bundle.version(), new SoftReference<>(rules));
      }
      return rules;
    }
  }
}
