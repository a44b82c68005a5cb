package org.fundwatch.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fundwatch.standalone.config.DataFolder;
import org.fundwatch.standalone.house.Brokers;
import org.fundwatch.standalone.house.HouseException;
import org.fundwatch.standalone.house.HouseTopics;
import org.fundwatch.standalone.ingest.Feeder;
import org.fundwatch.standalone.ingest.Ledger;
import org.fundwatch.standalone.ingest.NationalLines;
import org.fundwatch.standalone.ingest.Pace;
import org.fundwatch.standalone.ingest.RefusalFile;
import org.fundwatch.standalone.ingest.SendException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the demo's month into the stream, in a thread of its own, from where it was. */
final class Replay implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Feeder feeder;
  private final Thread thread;
  private volatile @Nullable String failure;

  private Replay(Path events, String brokers, Ledger ledger, DataFolder data, int pace) {
    feeder = new Feeder(brokers, HouseTopics.SETTLEMENTS, Pace.perSecond(pace), PATIENCE);
    thread = new Thread(() -> run(events, ledger, data), "replay");
  }

  static Replay start(Path events, String brokers, DataFolder data, int pace)
      throws CommandFailure, HouseException, InterruptedException {
    try {
      String target = Brokers.clusterId(brokers) + " " + HouseTopics.SETTLEMENTS;
      Ledger ledger = Ledger.open(data.ingest(), target, List.of(events));
      Replay replay = new Replay(events, brokers, ledger, data, pace);
      replay.thread.start();
      return replay;
    } catch (IOException e) {
      throw new CommandFailure(events + ": " + e.getMessage(), e);
    }
  }

  /** What went wrong, empty while it goes well or has ended. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** Stops sending; what is on the way arrives. */
  @Override
  public void close() {
    feeder.stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    feeder.close();
  }

  private void run(Path events, Ledger ledger, DataFolder data) {
    try (NationalLines source = new NationalLines(events);
        RefusalFile refusals = new RefusalFile(data.ingest().resolve("refused-demo.csv"))) {
      long sent = feeder.feed(source, ledger, refusals, (s, acknowledged, refused) -> {});
      LOG.info("replay: {} records acknowledged", sent);
    } catch (IOException | SendException e) {
      LOG.error("replay ended", e);
      failure = "replay: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
