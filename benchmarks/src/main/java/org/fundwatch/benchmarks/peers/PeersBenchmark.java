package org.fundwatch.benchmarks.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fundwatch.benchmarks.fork.Fork;
import org.fundwatch.benchmarks.fork.Round;
import org.fundwatch.benchmarks.fork.Workload;
import org.fundwatch.benchmarks.report.Figures;
import org.fundwatch.benchmarks.report.Table;

/** Holds the same visits against the same three rules in every engine, in turns. */
public final class PeersBenchmark {

  private PeersBenchmark() {}

  /**
   * How much is done.
   *
   * @param seed of the visits
   * @param events visits a round
   * @param persons who make them
   * @param warmUp rounds that do not count
   * @param rounds rounds that do
   */
  public record Plan(long seed, int events, int persons, int warmUp, int rounds) {

    /** The comparison that is published. */
    public static Plan ofSeed(long seed) {
      return new Plan(seed, 200_000, 20_000, 5, 7);
    }
  }

  /**
   * What an engine came to.
   *
   * @param name the engine
   * @param perCpuSecond visits a second of processor time, the median of the rounds
   * @param rounds the same of each
   * @param alerts of one round
   */
  public record Score(String name, double perCpuSecond, List<Double> rounds, long alerts) {

    public Score {
      rounds = List.copyOf(rounds);
    }
  }

  /**
   * Measures: each engine in a process of its own, one round of each after the other.
   *
   * @param out told what happens
   * @throws IllegalStateException when two engines do not give the same alerts
   */
  public static List<Score> run(Plan plan, PrintWriter out) throws IOException {
    List<Lane> lanes = new ArrayList<>();
    try {
      for (Peer peer : Peer.values()) {
        lanes.add(new Lane(peer, fork(peer, plan), new ArrayList<>()));
      }
      int all = plan.warmUp() + plan.rounds();
      for (int i = 1; i <= all; i++) {
        for (Lane lane : lanes) {
          Round round = lane.fork().round();
          lane.rounds().add(round);
          out.printf(
              "round %d of %d, %s: %,.0f a CPU second%n",
              i, all, lane.peer().title(), round.perCpuSecond());
        }
      }
    } finally {
      lanes.forEach(lane -> lane.fork().close());
    }
    checkEqual(lanes);
    return lanes.stream().map(lane -> score(lane, plan.warmUp())).toList();
  }

  /** An engine in its process, with its rounds so far. */
  private record Lane(Peer peer, Fork fork, List<Round> rounds) {}

  private static Fork fork(Peer peer, Plan plan) throws IOException {
    return Fork.start(
        peer.name().toLowerCase(Locale.ROOT),
        PeerMaker.class,
        peer.name(),
        Long.toString(plan.seed()),
        Integer.toString(plan.events()),
        Integer.toString(plan.persons()));
  }

  private static void checkEqual(List<Lane> lanes) {
    Workload.Result expected = lanes.get(0).rounds().get(0).result();
    for (Lane lane : lanes) {
      for (Round round : lane.rounds()) {
        if (!round.result().equals(expected)) {
          throw new IllegalStateException(
              "%s: %s; %s as the %s"
                  .formatted(
                      lane.peer().title(), round.result(), expected, lanes.get(0).peer().title()));
        }
      }
    }
  }

  private static Score score(Lane lane, int warmUp) {
    List<Double> each = lane.rounds().stream().skip(warmUp).map(Round::perCpuSecond).toList();
    return new Score(
        lane.peer().title(),
        Figures.median(each.stream().mapToDouble(Double::doubleValue).toArray()),
        each,
        lane.rounds().get(0).result().alerts());
  }

  /** The scores as a table in Markdown. */
  public static String text(Plan plan, List<Score> scores) {
    Table table =
        new Table("engine", "visits a CPU second", "slowest round", "fastest round", "ratio");
    double ours = scores.get(0).perCpuSecond();
    for (Score score : scores) {
      table.row(
          score.name(),
          Table.number(score.perCpuSecond(), 0),
          Table.number(Figures.percentile(score.rounds(), Double.MIN_VALUE), 0),
          Table.number(Figures.percentile(score.rounds(), 1), 0),
          Table.number(ours / score.perCpuSecond(), 2));
    }
    return "%,d visits of %,d people, seed %d, %,d alerts in every engine; median of %d rounds after %d.%n%n"
            .formatted(
                plan.events(),
                plan.persons(),
                plan.seed(),
                scores.get(0).alerts(),
                plan.rounds(),
                plan.warmUp())
        + table;
  }
}
