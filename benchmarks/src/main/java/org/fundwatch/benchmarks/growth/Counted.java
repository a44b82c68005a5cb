package org.fundwatch.benchmarks.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.fundwatch.benchmarks.machine.Cost;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * Makes the settlements of a crowd, and looks at the clock between its parts: when all persons are
 * known, when caches are warm, and at the end.
 */
final class Counted extends RichFlatMapFunction<Long, SettlementEvent> {

  private static final long serialVersionUID = 1;
  private static final long LOOK_MILLIS = 5;
  private static final long SETTLE_MILLIS = 5_000;

  // Flink copies functions into its tasks, and these tasks are in this process.
  private static final AtomicLong JUDGED = new AtomicLong();
  private static final AtomicLong CPU_NANOS = new AtomicLong();
  private static final AtomicLong STATE_BYTES = new AtomicLong();

  private final ArrayList<byte[]> patterns;
  private final long persons;
  private final int warmUp;
  private final int measured;
  private final String state;
  private transient Crowd crowd;

  /**
   * @param patterns JSON of the settlements that the crowd's are made of
   * @param persons how many people
   * @param warmUp settlements after the first of each person that do not count
   * @param measured those that do
   * @param state folder of RocksDB's files
   */
  Counted(List<byte[]> patterns, long persons, int warmUp, int measured, Path state) {
    this.patterns = new ArrayList<>(patterns);
    this.persons = persons;
    this.warmUp = warmUp;
    this.measured = measured;
    this.state = state.toString();
  }

  @Override
  public void open(OpenContext context) {
    SettlementEventReader reader = new SettlementEventReader();
    List<SettlementEvent> events = new ArrayList<>();
    for (byte[] json : patterns) {
      if (reader.read(json) instanceof Parsed.Accepted accepted) {
        events.add(accepted.event().withToken("T"));
      }
    }
    crowd = new Crowd(events, persons);
  }

  /** Starts anew. */
  static void reset() {
    JUDGED.set(0);
    CPU_NANOS.set(0);
    STATE_BYTES.set(0);
  }

  /** One more settlement has come to the desk. */
  static void judged() {
    JUDGED.incrementAndGet();
  }

  /** Processor time of the measured settlements. */
  static long cpuNanos() {
    return CPU_NANOS.get();
  }

  /** Bytes of files when all persons were known. */
  static long stateBytes() {
    return STATE_BYTES.get();
  }

  /** Numbers to be given: one for each settlement and one that ends the last part. */
  long numbers() {
    return persons + warmUp + measured + 1;
  }

  @Override
  public void flatMap(Long number, Collector<SettlementEvent> out) throws Exception {
    long warm = persons + warmUp;
    if (number == persons) {
      await(number);
      // What filling has left to compact is no cost of the settlements that follow.
      TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
      STATE_BYTES.set(size(Path.of(state)));
    } else if (number == warm) {
      await(number);
      CPU_NANOS.set(-Cost.now().ownNanos());
    } else if (number == warm + measured) {
      await(number);
      CPU_NANOS.addAndGet(Cost.now().ownNanos());
      return;
    }
    out.collect(crowd.event(number));
  }

  private static void await(long settlements) throws InterruptedException {
    while (JUDGED.get() < settlements) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(Counted::bytes).sum();
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
