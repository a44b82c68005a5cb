package org.fundwatch.benchmarks.rules;

import java.util.List;
import org.fundwatch.benchmarks.fork.Workload;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.rules.RuleSet;

/** Makes the workload of judging settlements of one kind: its name, the simulation's seed. */
public final class JudgingMaker implements Workload.Maker {

  @Override
  public Workload make(String... arguments) {
    RuleSet rules = BuiltIn.compile();
    List<Sample> samples =
        Sample.of(Sample.Kind.valueOf(arguments[0]), Long.parseLong(arguments[1]));
    return () -> () -> judge(rules, samples);
  }

  static Workload.Result judge(RuleSet rules, List<Sample> samples) {
    long findings = 0;
    long checksum = 0;
    for (Sample sample : samples) {
      for (Finding finding : sample.judge(rules)) {
        findings++;
        checksum += finding.id().hashCode();
      }
    }
    return new Workload.Result(samples.size(), findings, checksum);
  }
}
