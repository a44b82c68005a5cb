package org.fundwatch.benchmarks.kills;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.fundwatch.benchmarks.events.EventFile;
import org.fundwatch.benchmarks.load.Offsets;
import org.fundwatch.benchmarks.truth.Difference;
import org.fundwatch.benchmarks.truth.Oracle;
import org.fundwatch.benchmarks.truth.TopicAlerts;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.standalone.house.Brokers;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.HouseTopics;

/**
 * Kills broker, search node, job and API at drawn moments while settlements are sent, starts each
 * again at once on its own folder and port, and compares the alerts at the end with those of a
 * batch run over the same settlements.
 */
public final class KillsBenchmark {

  private static final int PARTITIONS = 4;
  private static final String JOB = "fundwatch";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  // So many alerts that the first after a recovery does not keep it waiting.
  private static final double FRAUD_SCALE = 20;
  private static final int MOMENT_SECONDS = 15;
  private static final int LONGEST_PAUSE_MILLIS = 4_000;
  // A month is judged at most ten seconds after its last change.
  // Longer than the alert desk waits before it puts right what a killed run has published.
  private static final long QUIET_MILLIS = 20_000;

  private final KillsPlan plan;
  private final Path folder;
  private final Clock clock;
  private final PrintWriter out;
  private final Random random;

  /**
   * @param folder for all data
   * @param clock tells the oracle which settlements come from the future
   * @param out told what happens
   */
  public KillsBenchmark(KillsPlan plan, Path folder, Clock clock, PrintWriter out) {
    this.plan = plan;
    this.folder = folder;
    this.clock = clock;
    this.out = out;
    this.random = new Random(plan.seed());
  }

  /** Kills, waits until all is quiet, and compares. */
  public KillsFigures run() throws IOException, InterruptedException, HouseException {
    return run(Strike.draw(plan.kills(), random));
  }

  /** The same with these strikes. */
  KillsFigures run(List<Strike> strikes) throws IOException, InterruptedException, HouseException {
    EventFile events =
        EventFile.simulate(
            folder.resolve("events"), plan.seed(), plan.settlements(), 1, FRAUD_SCALE);
    Path sent = folder.resolve("sent.jsonl");
    try (Parts parts = new Parts(folder.resolve("parts"));
        Watch watch = new Watch(parts.brokers(), PARTITIONS, parts.api())) {
      open(parts);
      try (Feeder feeder =
          new Feeder(events, sent, parts.brokers(), HouseTopics.SETTLEMENTS, plan.perSecond())) {
        long unused = watch.awaitNewAlert(PATIENCE, () -> alive(parts));
        long start = System.nanoTime();
        List<Recovery> recoveries = killAll(strikes, parts, watch);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        int settlements = feeder.stop();
        out.println(settlements + " settlements sent; waiting until all is judged and written");
        awaitQuiet(parts, watch);
        out.println("comparing");
        Map<String, Alert> wanted = Oracle.alerts(sent, Parts.PERSON_KEY, clock);
        return new KillsFigures(
            plan,
            seconds,
            settlements,
            watch.written().orElseThrow(),
            recoveries,
            Difference.of(wanted, new ApiAlerts(parts.api()).all()),
            Difference.of(wanted, TopicAlerts.last(parts.brokers(), PARTITIONS)));
      }
    }
  }

  private void open(Parts parts) throws IOException, InterruptedException, HouseException {
    parts.start(Part.SEARCH);
    parts.start(Part.BROKER);
    makeTopics(parts);
    parts.start(Part.JOB);
    parts.start(Part.API);
  }

  private static void makeTopics(Parts parts) throws InterruptedException, HouseException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        Brokers.makeMissing(parts.brokers(), HouseTopics.all(PARTITIONS), 1);
        return;
      } catch (HouseException e) {
        // The process has only just been started.
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
    }
  }

  private List<Recovery> killAll(List<Strike> strikes, Parts parts, Watch watch)
      throws IOException, InterruptedException {
    List<Recovery> recoveries = new ArrayList<>();
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(plan.minutes());
    for (Strike strike : strikes) {
      if (System.nanoTime() > deadline) {
        out.printf("time is up after %d kills%n", recoveries.size());
        break;
      }
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
      Recovery recovery = kill(strike, parts, watch);
      recoveries.add(recovery);
      out.printf(
          "kill %d: %s%s, %.1f s%n",
          recoveries.size(),
          recovery.strike(),
          recovery.hit() ? "" : " (moment missed)",
          recovery.seconds());
    }
    return recoveries;
  }

  private Recovery kill(Strike strike, Parts parts, Watch watch)
      throws IOException, InterruptedException {
    BulkTap.Hold hold = null;
    boolean hit = true;
    switch (strike.moment()) {
      case ANY -> {}
      case BULK -> {
        hold = parts.tap().holdNextBulk(MOMENT_SECONDS);
        hit = hold != null;
      }
      case CHECKPOINT -> hit = new CheckpointWatch(parts.jobState()).await(MOMENT_SECONDS);
    }
    long killed = System.nanoTime();
    if (plan.fault() == KillsPlan.Fault.COMMIT_EARLY && strike.parts().contains(Part.API)) {
      // While the broker, which may die too, can still take it.
      parts.kill(Part.API);
      watch.commitAll();
    }
    strike.parts().forEach(parts::kill);
    if (strike.moment() == Strike.Moment.CHECKPOINT) {
      hit = hit && new CheckpointWatch(parts.jobState()).underWay();
    }
    if (hold != null) {
      parts.tap().release(hold);
    }
    for (Part part : strike.parts()) {
      parts.start(part);
    }
    long recovered = watch.awaitNewAlert(PATIENCE, () -> alive(parts));
    return new Recovery(strike.words(), hit, (recovered - killed) / 1e9);
  }

  private void awaitQuiet(Parts parts, Watch watch) throws IOException, InterruptedException {
    try (Offsets offsets = new Offsets(parts.brokers())) {
      long before;
      do {
        before = watch.written().orElseThrow();
        TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
        long unused = offsets.awaitAll(JOB, HouseTopics.SETTLEMENTS, PATIENCE);
        unused = offsets.awaitAll(Watch.INDEXER, HouseTopics.ALERTS, PATIENCE);
      } while (watch.written().orElseThrow() > before);
      // Until the index shows what was written.
      TimeUnit.SECONDS.sleep(2);
    }
  }

  private static boolean alive(Parts parts) {
    parts
        .fallen()
        .ifPresent(
            why -> {
              throw new IllegalStateException(why);
            });
    return true;
  }
}
