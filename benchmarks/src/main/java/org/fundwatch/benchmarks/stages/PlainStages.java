package org.fundwatch.benchmarks.stages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.benchmarks.events.EventFile;
import org.fundwatch.benchmarks.events.EventReader;
import org.fundwatch.benchmarks.machine.Cost;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.settlement.SettlementEvent;

/** Reading and judging in plain Java, in one thread. */
final class PlainStages {

  private static final int CHUNK = 2_000;

  private final SettlementEventReader reader = new SettlementEventReader();
  private final PlainJudging judging = new PlainJudging();
  private final Meter read = new Meter();
  private final Meter judged = new Meter();
  private long findings;

  private PlainStages() {}

  /**
   * Measures both over the events of a file.
   *
   * @param warmUp of the events, how many from the first on do not count
   */
  static List<StageFigures> measure(EventFile file, int warmUp) throws IOException {
    PlainStages stages = new PlainStages();
    int measured = file.events() - warmUp;
    try (EventReader events = file.open()) {
      stages.run(events, warmUp);
      stages.read.reset();
      stages.judged.reset();
      stages.run(events, measured);
    }
    if (stages.findings == 0) {
      throw new IllegalStateException(file.file() + ": nothing found; the rules did not run");
    }
    return List.of(
        stages.read.figures("read JSON, plain Java, one thread", measured),
        stages.judged.figures("history, rules and models, plain Java, one thread", measured));
  }

  private void run(EventReader events, int count) throws IOException {
    for (int done = 0; done < count; done += CHUNK) {
      List<byte[]> texts = new ArrayList<>(CHUNK);
      for (int i = done; i < Math.min(count, done + CHUNK); i++) {
        texts.add(events.next().json());
      }
      List<SettlementEvent> parsed = new ArrayList<>(texts.size());
      read.time(() -> texts.forEach(text -> parsed.add(parse(text))));
      judged.time(() -> parsed.forEach(event -> findings += judging.judge(event).size()));
    }
  }

  private SettlementEvent parse(byte[] json) {
    if (reader.read(json) instanceof Parsed.Accepted accepted) {
      return accepted.event();
    }
    throw new IllegalStateException("a simulated event was refused; all are sound");
  }

  /** Adds up the time of pieces of work. */
  private static final class Meter {
    private long nanos;
    private long cpuNanos;

    void time(Runnable work) {
      Cost before = Cost.now();
      long start = System.nanoTime();
      work.run();
      nanos += System.nanoTime() - start;
      cpuNanos += Cost.now().since(before).ownNanos();
    }

    void reset() {
      nanos = 0;
      cpuNanos = 0;
    }

    StageFigures figures(String name, int settlements) {
      return StageFigures.of(name, settlements, nanos, cpuNanos);
    }
  }
}
