package org.fundwatch.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fundwatch.benchmarks.events.EventFile;
import org.fundwatch.benchmarks.events.EventReader;
import org.fundwatch.benchmarks.load.Offsets;
import org.fundwatch.benchmarks.load.Sender;
import org.fundwatch.benchmarks.truth.Difference;
import org.fundwatch.benchmarks.truth.Oracle;
import org.fundwatch.benchmarks.truth.TopicAlerts;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.embedded.BrokerConfig;
import org.fundwatch.embedded.EmbeddedKafka;
import org.fundwatch.standalone.house.HouseTopics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job's jar on a cluster of three processes, moved from 1 to 2 to 4 parts by savepoints. */
class ScaleOutIT {

  private static final int EVENTS = 1_500;
  private static final int ROUND = EVENTS / 5;
  private static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String KEY = "73636c656f757473636c656f75742121";

  @TempDir private Path folder;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void alerts_afterTwoChangesOfParallelism_areThoseOfOneBatch() throws Exception {
    EventFile events = EventFile.simulate(folder.resolve("events"), 4, EVENTS, 1, 20);
    Path savepoints = folder.resolve("savepoints");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerConfig.in(folder.resolve("kafka")));
        FlinkCluster cluster = FlinkCluster.start(folder.resolve("cluster"), 2);
        EventReader reader = events.open();
        Sender sender = new Sender(kafka.bootstrapServers(), HouseTopics.SETTLEMENTS);
        Offsets offsets = new Offsets(kafka.bootstrapServers())) {
      kafka.ensureTopics(HouseTopics.all(PARTITIONS));
      Map<String, String> settings = settings(kafka.bootstrapServers());

      String one = cluster.run(1, "", settings);
      sender.send(reader, ROUND);
      offsets.awaitAll("fundwatch", HouseTopics.SETTLEMENTS, PATIENCE);
      sender.send(reader, ROUND); // under way while the job stops
      String first = cluster.stop(one, savepoints);
      sender.send(reader, ROUND); // while no job runs

      String two = cluster.run(2, first, settings);
      assertThat(cluster.freeSlots()).as("2 of 4 slots").isEqualTo(2);
      sender.send(reader, ROUND);
      String second = cluster.stop(two, savepoints);

      String four = cluster.run(4, second, settings);
      assertThat(cluster.freeSlots()).as("tasks on both TaskManagers").isZero();
      sender.send(reader, ROUND);
      awaitQuiet(offsets);
      String unused = cluster.stop(four, savepoints);

      Difference difference =
          Difference.of(
              Oracle.alerts(lines(events), KEY, Clock.system(ShanghaiTime.ZONE)),
              TopicAlerts.last(kafka.bootstrapServers(), PARTITIONS));
      assertThat(difference.expected()).isGreaterThan(20);
      assertThat(difference.none()).as(difference.toString()).isTrue();
    }
  }

  private Map<String, String> settings(String brokers) {
    return Map.of(
        "kafka.servers",
        brokers,
        "state.directory",
        folder.resolve("state").toString(),
        "checkpoint.every",
        "PT1S",
        "day.pause",
        "PT0.1S",
        "person.key",
        KEY,
        "dead-letter.key",
        KEY + KEY);
  }

  // A month is judged ten pauses after its last change.
  private static void awaitQuiet(Offsets offsets) throws Exception {
    long before;
    do {
      offsets.awaitAll("fundwatch", HouseTopics.SETTLEMENTS, PATIENCE);
      before = offsets.written(HouseTopics.ALERTS);
      TimeUnit.SECONDS.sleep(4);
    } while (offsets.written(HouseTopics.ALERTS) > before);
  }

  private Path lines(EventFile events) throws Exception {
    Path lines = folder.resolve("sent.jsonl");
    try (EventReader reader = events.open();
        OutputStream out = Files.newOutputStream(lines)) {
      for (int i = 0; i < EVENTS; i++) {
        out.write(reader.next().json());
        out.write('\n');
      }
    }
    return lines;
  }
}
