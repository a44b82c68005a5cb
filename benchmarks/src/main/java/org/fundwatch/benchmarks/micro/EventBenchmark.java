package org.fundwatch.benchmarks.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.Scorer;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleCompiler;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.rules.RuleSetException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one event costs, step by step: a visit of 5 fee lines, a stay of 200. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventBenchmark {

  private final SettlementEventReader reader = new SettlementEventReader();
  private final SettlementEventWriter writer = new SettlementEventWriter();
  private final Scorer scorer = Scorer.builtIn();

  /** Which event. */
  @Param({"visit-5-lines", "stay-200-lines"})
  public String event = "visit-5-lines";

  private RuleSet rules;
  private Samples sample;
  private byte[] json;
  private PersonHistory history;
  private Timeline timeline;
  private Encounter encounter;

  /** Finds the event in a simulated year. */
  @Setup
  public void prepare() throws RuleSetException {
    rules = RuleCompiler.compile(RuleBundle.builtIn());
    sample = Samples.of(event.startsWith("stay"));
    json = writer.write(sample.event());
    history = sample.history().with(sample.event());
    timeline = history.timeline();
    encounter = timeline.find(sample.event().settlement().encounterId()).orElseThrow();
  }

  /** Reads and checks the event's JSON. */
  @Benchmark
  public Parsed read() {
    return reader.read(json);
  }

  /** Writes it. */
  @Benchmark
  public byte[] write() {
    return writer.write(sample.event());
  }

  /** Adds the event to the person's history and derives the timeline. */
  @Benchmark
  public Timeline timeline() {
    return sample.history().with(sample.event()).timeline();
  }

  /** Holds the event's lines against the rules. */
  @Benchmark
  public List<Finding> judgeSettlement() {
    return rules.judgeSettlement(sample.event().settlement());
  }

  /** Holds the encounter against the rules, in view of the timeline. */
  @Benchmark
  public List<Finding> judgeEncounter() {
    return rules.judgeEncounter(encounter, timeline);
  }

  /** Scores the encounter by both models; a visit is not scored. */
  @Benchmark
  public List<Finding> score() {
    return scorer.score(encounter, timeline);
  }

  /** The event under measurement, for the tests. */
  SettlementEvent sampled() {
    return sample.event();
  }
}
