package org.fundwatch.benchmarks.rules;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.fundwatch.rules.RuleSet;

/**
 * What one rule costs on its own, finding its subjects included, which rules of a library share.
 *
 * @param rule its id
 * @param evaluations how often it is evaluated in a thousand settlements; the index spares the rest
 * @param findings in a thousand settlements
 * @param nanos processor time a settlement
 */
public record RuleCost(String rule, double evaluations, double findings, double nanos) {

  private static final int WARM_UP = 2;
  private static final long LEAST_NANOS = 10_000_000;

  /** Measures a rule in this thread. */
  static RuleCost of(String rule, RuleSet library, List<Sample> samples) {
    RuleSet alone = library.only(rule);
    long[] evaluations = {0};
    long findings = JudgingMaker.judge(alone.watched(any -> evaluations[0]++), samples).alerts();
    for (int i = 0; i < WARM_UP; i++) {
      check(JudgingMaker.judge(alone, samples).alerts(), findings);
    }
    var bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long start = bean.getCurrentThreadCpuTime();
    long nanos = 0;
    int times = 0;
    while (nanos < LEAST_NANOS) {
      check(JudgingMaker.judge(alone, samples).alerts(), findings);
      times++;
      nanos = bean.getCurrentThreadCpuTime() - start;
    }
    double size = samples.size();
    return new RuleCost(
        rule, evaluations[0] * 1e3 / size, findings * 1e3 / size, nanos / size / times);
  }

  private static void check(long findings, long expected) {
    if (findings != expected) {
      throw new IllegalStateException(findings + " findings; " + expected + " as before");
    }
  }
}
