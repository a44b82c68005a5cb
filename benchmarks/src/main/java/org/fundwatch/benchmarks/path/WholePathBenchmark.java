package org.fundwatch.benchmarks.path;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.fundwatch.benchmarks.events.EventFile;
import org.fundwatch.benchmarks.events.EventReader;
import org.fundwatch.benchmarks.load.Offsets;
import org.fundwatch.benchmarks.load.Sender;
import org.fundwatch.benchmarks.machine.Cost;
import org.fundwatch.benchmarks.profile.Profile;
import org.fundwatch.benchmarks.profile.Profiler;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.config.SettingsException;
import org.fundwatch.standalone.house.House;
import org.fundwatch.standalone.house.House.IndicesBefore;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.HouseTopics;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.standalone.house.Steps;

/**
 * Measures the whole path as {@code ./fundwatch up} builds it: broker, job with RocksDB and
 * checkpoints, API and indexer in this process, Elasticsearch in its own.
 */
public final class WholePathBenchmark {

  private static final String JOB = "fundwatch";
  private static final String INDEXER = "fundwatch-alert-api";
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  // Days are judged half a second after a change, months five seconds after; then all has to be
  // seen.
  private static final long SETTLE_MILLIS = 8_000;

  private final WholePathPlan plan;
  private final Path folder;
  private final Clock clock;
  private final PrintWriter out;

  /**
   * @param folder for all data; what a run leaves is removed
   * @param clock the one that the broker stamps with
   * @param out told what happens
   */
  public WholePathBenchmark(WholePathPlan plan, Path folder, Clock clock, PrintWriter out) {
    this.plan = plan;
    this.folder = folder;
    this.clock = clock;
    this.out = out;
  }

  /** Measures. */
  public WholePathFigures run()
      throws IOException, InterruptedException, HouseException, SettingsException {
    Profiler.prepare();
    out.println("simulating " + plan.settlements() + " settlements");
    EventFile file = EventFile.simulate(folder.resolve("events"), plan.seed(), plan.settlements());
    List<WholePathRun> runs = new ArrayList<>();
    for (int number = 1; number <= plan.runs(); number++) {
      out.printf("run %d of %d%n", number, plan.runs());
      runs.add(run(file, folder.resolve("run-" + number)));
    }
    return new WholePathFigures(plan, file.meanBytes(), file.meanLines(), runs);
  }

  private WholePathRun run(EventFile file, Path data)
      throws IOException, InterruptedException, HouseException, SettingsException {
    Settings settings =
        Settings.gather(
            folder,
            Map.of(
                Setting.DATA, data.toString(),
                Setting.API_PORT, "0",
                Setting.FLINK_CHECKPOINTS, "10"),
            Map.of(),
            data.resolve("fundwatch.yaml"),
            false);
    settings.data().clear();
    Secrets secrets = Secrets.open(settings.data().secrets(), true);
    try (House house = House.start(settings, secrets, IndicesBefore.REMOVED, new Steps(out));
        EventReader events = file.open();
        Sender sender = new Sender(house.brokers(), HouseTopics.SETTLEMENTS);
        Offsets offsets = new Offsets(house.brokers())) {
      warmUp(house, secrets, sender, events, offsets);
      out.println("warm; full speed");
      Speed speed = fullSpeed(sender, events, offsets);
      settle(offsets);
      out.printf("%.0f settlements a second; latency%n", speed.judged());
      Latencies latency = latency(house, secrets, sender, events, offsets);
      return new WholePathRun(
          speed.judged(),
          speed.searchable(),
          speed.micros(speed.cost().ownNanos()),
          speed.micros(speed.cost().serverNanos()),
          offsets.written(HouseTopics.ALERTS),
          offsets.written(HouseTopics.SETTLEMENT_ROWS),
          offsets.written(HouseTopics.DEAD_LETTERS),
          latency.direct(),
          latency.ofPeriods(),
          Cost.ownPeakMegabytes(),
          Cost.serverPeakMegabytes(),
          speed.profile());
    } finally {
      settings.data().clear();
    }
  }

  private record Speed(
      int events, long judgedNanos, long searchableNanos, Cost cost, Profile profile) {

    double judged() {
      return events * 1e9 / judgedNanos;
    }

    double searchable() {
      return events * 1e9 / searchableNanos;
    }

    double micros(long nanos) {
      return nanos / 1e3 / events;
    }
  }

  private Speed fullSpeed(Sender sender, EventReader events, Offsets offsets)
      throws IOException, InterruptedException {
    try (Profiler profiler = Profiler.start()) {
      Cost before = Cost.now();
      long start = System.nanoTime();
      sender.send(events, plan.measured());
      long judged = offsets.awaitAll(JOB, HouseTopics.SETTLEMENTS, PATIENCE);
      long searchable = offsets.awaitAll(INDEXER, HouseTopics.ALERTS, PATIENCE);
      Cost cost = Cost.now().since(before);
      return new Speed(plan.measured(), judged - start, searchable - start, cost, profiler.stop());
    }
  }

  /** With somebody looking: the list, too, has to be compiled on both sides of the search node. */
  private void warmUp(
      House house, Secrets secrets, Sender sender, EventReader events, Offsets offsets)
      throws IOException, InterruptedException {
    try (SearchWatch watch = watch(house, secrets)) {
      sender.send(events, plan.warmUp());
      settle(offsets);
      watch.stop();
    }
  }

  private SearchWatch watch(House house, Secrets secrets) {
    String password = secrets.newPassword();
    if (password == null) {
      throw new IllegalStateException("secrets opened with a new password have one");
    }
    return new SearchWatch(house.page(), House.USER, password, clock);
  }

  private record Latencies(Latency direct, Latency ofPeriods) {}

  private Latencies latency(
      House house, Secrets secrets, Sender sender, EventReader events, Offsets offsets)
      throws IOException, InterruptedException {
    try (AlertLog log = new AlertLog(house.brokers(), HouseTopics.ALERTS);
        SearchWatch watch = watch(house, secrets)) {
      Map<String, Long> taken = sender.offer(events, plan.offered(), plan.rate());
      settle(offsets);
      List<CausedAlert> caused = log.read();
      Map<String, SortedMap<Integer, Long>> seen = watch.stop();
      return new Latencies(
          Latency.of(taken, caused.stream().filter(alert -> !alert.ofPeriod()).toList(), seen),
          Latency.of(taken, caused.stream().filter(CausedAlert::ofPeriod).toList(), seen));
    }
  }

  private static void settle(Offsets offsets) throws IOException, InterruptedException {
    long unused = offsets.awaitAll(JOB, HouseTopics.SETTLEMENTS, PATIENCE);
    TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
    unused = offsets.awaitAll(INDEXER, HouseTopics.ALERTS, PATIENCE);
    TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
  }
}
