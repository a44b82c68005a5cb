package org.fundwatch.benchmarks.rules;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundwatch.benchmarks.fork.Fork;
import org.fundwatch.benchmarks.fork.Round;
import org.fundwatch.benchmarks.report.Figures;
import org.fundwatch.benchmarks.report.Table;
import org.fundwatch.rules.RuleInfo;
import org.fundwatch.rules.RuleSet;
import org.fundwatch.rules.RuleStatus;

/**
 * What the whole active library costs, one thread judging.
 *
 * @param rules how many are active
 * @param outpatient judging visits
 * @param inpatient judging stays
 * @param coldCompileMillis by the clock, the first time in a new process
 * @param warmCompileMillis after some times
 * @param memory of one compiled rule-set
 * @param costs of every active rule alone
 */
public record Library(
    int rules,
    Speed outpatient,
    Speed inpatient,
    double coldCompileMillis,
    double warmCompileMillis,
    Footprint memory,
    List<Cost> costs) {

  private static final int WARM_UP = 10;
  private static final int ROUNDS = 5;
  // Rules alone are measured on a part of the samples: there are many.
  private static final int ONE_IN = 5;

  public Library {
    costs = List.copyOf(costs);
  }

  /**
   * Judging one kind of settlements.
   *
   * @param perCpuSecond the median of the rounds, in settlements
   * @param rounds the same of each
   * @param lines fee lines of a settlement, on average
   * @param history encounters in the person's timeline, on average
   * @param findings in a thousand settlements
   */
  public record Speed(
      double perCpuSecond, List<Double> rounds, double lines, double history, double findings) {

    public Speed {
      rounds = List.copyOf(rounds);
    }
  }

  /**
   * A rule alone.
   *
   * @param rule its id
   * @param subject what it is judged on
   * @param outpatient in visits
   * @param inpatient in stays
   */
  public record Cost(String rule, String subject, RuleCost outpatient, RuleCost inpatient) {}

  /**
   * Measures.
   *
   * @param seed of the simulation
   * @param out told what happens
   */
  public static Library measure(long seed, PrintWriter out) throws IOException {
    out.println("compiling");
    double cold;
    double warm;
    try (Fork fork = Fork.start("compiling", CompilingMaker.class)) {
      cold = fork.once().nanos() / 1e6;
      List<Double> later = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        later.add(fork.once().nanos() / 1e6);
      }
      warm = Figures.median(later.stream().mapToDouble(Double::doubleValue).toArray());
    }
    Footprint memory = Footprint.measure();
    RuleSet rules = BuiltIn.compile();
    List<RuleInfo> active =
        rules.rules().stream().filter(rule -> rule.status() == RuleStatus.ACTIVE).toList();
    List<Sample> visits = Sample.of(Sample.Kind.OUTPATIENT, seed);
    List<Sample> stays = Sample.of(Sample.Kind.INPATIENT, seed);
    Speed outpatient = speed(Sample.Kind.OUTPATIENT, seed, visits, out);
    Speed inpatient = speed(Sample.Kind.INPATIENT, seed, stays, out);
    out.println("each rule alone");
    List<Cost> costs = new ArrayList<>();
    for (RuleInfo rule : active) {
      costs.add(
          new Cost(
              rule.id(),
              rule.subject(),
              RuleCost.of(rule.id(), rules, first(visits)),
              RuleCost.of(rule.id(), rules, first(stays))));
    }
    return new Library(active.size(), outpatient, inpatient, cold, warm, memory, costs);
  }

  private static List<Sample> first(List<Sample> samples) {
    return samples.subList(0, samples.size() / ONE_IN + 1);
  }

  private static Speed speed(Sample.Kind kind, long seed, List<Sample> samples, PrintWriter out)
      throws IOException {
    List<Double> rounds = new ArrayList<>();
    double findings = 0;
    String name = kind.name().toLowerCase(Locale.ROOT);
    try (Fork fork = Fork.start(name, JudgingMaker.class, kind.name(), Long.toString(seed))) {
      for (int i = 1; i <= WARM_UP + ROUNDS; i++) {
        Round round = fork.round();
        out.printf("%s: %,.0f a CPU second%n", name, round.perCpuSecond());
        findings = round.result().alerts() * 1e3 / round.result().events();
        if (i > WARM_UP) {
          rounds.add(round.perCpuSecond());
        }
      }
    }
    return new Speed(
        Figures.median(rounds.stream().mapToDouble(Double::doubleValue).toArray()),
        rounds,
        samples.stream().mapToInt(s -> s.settlement().lines().size()).average().orElse(0),
        samples.stream().mapToInt(s -> s.timeline().encounters().size()).average().orElse(0),
        findings);
  }

  /** The figures as tables in Markdown. */
  public String text() {
    Table speeds =
        new Table(
            "settlements",
            "a second and core",
            "slowest round",
            "fastest round",
            "lines each",
            "encounters of the person",
            "findings in 1,000");
    row(speeds, "visits", outpatient);
    row(speeds, "stays", inpatient);
    Table costs =
        new Table(
            "rule alone",
            "subject",
            "visits: evaluations in 1,000",
            "findings",
            "ns a visit",
            "stays: evaluations in 1,000",
            "findings",
            "ns a stay");
    for (Cost cost : this.costs) {
      costs.row(
          cost.rule(),
          cost.subject(),
          Table.number(cost.outpatient().evaluations(), 0),
          Table.number(cost.outpatient().findings(), 1),
          Table.number(cost.outpatient().nanos(), 0),
          Table.number(cost.inpatient().evaluations(), 0),
          Table.number(cost.inpatient().findings(), 1),
          Table.number(cost.inpatient().nanos(), 0));
    }
    return speeds
        + "\n%d active rules. Compiled from their files in %,.0f ms the first time in a new process, %,.0f ms later; a compiled rule-set holds %.1f MB of objects and %.1f MB of classes.\n\n"
            .formatted(
                rules,
                coldCompileMillis,
                warmCompileMillis,
                memory.heapBytes() / 1e6,
                memory.classBytes() / 1e6)
        + costs;
  }

  private static void row(Table table, String name, Speed speed) {
    table.row(
        name,
        Table.number(speed.perCpuSecond(), 0),
        Table.number(Figures.percentile(speed.rounds(), Double.MIN_VALUE), 0),
        Table.number(Figures.percentile(speed.rounds(), 1), 0),
        Table.number(speed.lines(), 1),
        Table.number(speed.history(), 1),
        Table.number(speed.findings(), 1));
  }
}
