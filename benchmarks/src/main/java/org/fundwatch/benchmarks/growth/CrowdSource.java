package org.fundwatch.benchmarks.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.fundwatch.benchmarks.machine.Cost;
import org.fundwatch.benchmarks.profile.ThreadTimes;
import org.fundwatch.streaming.intake.Place;
import org.fundwatch.streaming.intake.RawEvent;

/**
 * Makes the messages of a crowd, and looks at the clock between its parts: when all persons are
 * known, when caches are warm, and at the end.
 */
final class CrowdSource extends RichFlatMapFunction<Long, RawEvent> {

  private static final long serialVersionUID = 1;
  // Longer than changes of a month are gathered.
  private static final long LOOK_SECONDS = 6;
  private static final double IDLE = 0.1;
  private static final double NANOS = 1e9;
  private static final double MICROS = 1e3;

  // Flink copies functions into its tasks, and these tasks are in this process.
  private static final AtomicReference<Measured> MEASURED = new AtomicReference<>();

  private final ArrayList<String> patterns;
  private final long persons;
  private final int warmUp;
  private final int measured;
  private final String state;
  private transient Crowd crowd;
  private transient ThreadTimes threads;
  private transient long cpuNanos;
  private transient long stateBytes;

  /**
   * What was seen.
   *
   * @param cpuMicros processor time of the process a measured settlement
   * @param parts the same by part of the process
   * @param stateBytes files of RocksDB when all persons were known
   */
  record Measured(double cpuMicros, SortedMap<String, Double> parts, long stateBytes) {}

  /**
   * @param patterns JSON of the visits that the crowd's are made of
   * @param persons how many people
   * @param warmUp settlements after the first of each person that do not count
   * @param measured those that do
   * @param state folder of RocksDB's files
   */
  CrowdSource(List<String> patterns, long persons, int warmUp, int measured, Path state) {
    this.patterns = new ArrayList<>(patterns);
    this.persons = persons;
    this.warmUp = warmUp;
    this.measured = measured;
    this.state = state.toString();
  }

  @Override
  public void open(OpenContext context) {
    crowd = new Crowd(patterns, persons);
    threads = new ThreadTimes(Map.of());
  }

  /** What the run that has just ended has seen. */
  static Measured taken() {
    Measured taken = MEASURED.getAndSet(null);
    if (taken == null) {
      throw new IllegalStateException("growth: the job ended before its last settlement");
    }
    return taken;
  }

  /** Numbers to be given: one for each settlement and one that ends the last part. */
  long numbers() {
    return persons + warmUp + measured + 1;
  }

  @Override
  public void flatMap(Long number, Collector<RawEvent> out) throws Exception {
    long warm = persons + warmUp;
    if (number == persons) {
      awaitIdle();
      stateBytes = size(Path.of(state));
    } else if (number == warm) {
      awaitIdle();
      cpuNanos = Cost.now().ownNanos();
      threads = ThreadTimes.now();
    } else if (number == warm + measured) {
      awaitIdle();
      MEASURED.set(measured());
      return;
    }
    out.collect(new RawEvent(new Place("crowd", 0, number, false), crowd.message(number)));
  }

  private Measured measured() throws IOException {
    double cpu = Cost.now().ownNanos() - cpuNanos;
    SortedMap<String, Double> parts = new TreeMap<>();
    ThreadTimes.now()
        .partsSince(threads)
        .forEach((part, nanos) -> parts.put(part, nanos / MICROS / measured));
    return new Measured(cpu / MICROS / measured, parts, stateBytes);
  }

  /** Waits until the desks have done what was given to them, and RocksDB has compacted it. */
  private static void awaitIdle() throws InterruptedException {
    double share = 1;
    while (share > IDLE) {
      long before = Cost.now().ownNanos();
      TimeUnit.SECONDS.sleep(LOOK_SECONDS);
      share = (Cost.now().ownNanos() - before) / NANOS / LOOK_SECONDS;
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(CrowdSource::bytes).sum();
    }
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      // Compacted away between the listing and the look.
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
