package org.fundwatch.standalone.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.fundwatch.embedded.BrokerConfig;
import org.fundwatch.embedded.EmbeddedKafka;
import org.fundwatch.embedded.Ports;
import org.fundwatch.embedded.TopicSpec;
import org.fundwatch.embedded.junit.KafkaExtension;
import org.fundwatch.standalone.house.Brokers;
import org.fundwatch.standalone.house.HouseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FeederIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  @TempDir Path folder;

  @Test
  void ingest_killedMidFile_secondRunSendsTheRestOnce() throws Exception {
    String topic = KAFKA.prefix() + "killed";
    KAFKA.ensureTopics(TopicSpec.of(topic, 3));
    Path file = events(4000);
    Process first = ingest(topic, file, "--pace", "2000");
    await()
        .atMost(PATIENCE)
        .until(() -> ledger(topic, file).acknowledged() > 1000 || !first.isAlive());
    assertThat(first.isAlive()).as("killed before it is through").isTrue();
    first.destroyForcibly().waitFor();
    long noted = ledger(topic, file).acknowledged();
    assertThat(noted).isBetween(1001L, 3999L);

    Process second = ingest(topic, file);
    assertThat(second.waitFor(60, SECONDS)).isTrue();

    String said = new String(second.getInputStream().readAllBytes(), UTF_8);
    assertThat(said)
        .isEqualTo(
            "%s: 4000 records dealt with, %d of them in earlier runs, no row refused%n"
                .formatted(file, noted));
    assertThat(second.exitValue()).isZero();
    List<String> sent = Topic.settlements(KAFKA.bootstrapServers(), topic);
    assertThat(sent).containsAll(IntStream.range(0, 4000).mapToObj(i -> "S" + i).toList());
    assertThat(sent.size() - 4000)
        .as("twice only what was on the way when the first run was killed")
        .isLessThan(4000 - (int) noted);
  }

  @Test
  void feed_brokerAwayAndBack_losesNothing() throws Exception {
    int port = Ports.free();
    BrokerConfig config = BrokerConfig.in(folder.resolve("broker")).withPort(port);
    EmbeddedKafka before = EmbeddedKafka.start(config);
    before.ensureTopics(TopicSpec.of("settlements", 2));
    Path file = events(3000);
    AtomicLong acknowledged = new AtomicLong();
    CompletableFuture<Long> feeding;
    EmbeddedKafka after;
    try (Feeder feeder =
        new Feeder(before.bootstrapServers(), "settlements", Pace.perSecond(1500), PATIENCE)) {
      feeding =
          CompletableFuture.supplyAsync(
              () -> feed(feeder, file, (source, count, refused) -> acknowledged.set(count)));
      await().atMost(PATIENCE).until(() -> acknowledged.get() > 0);
      before.close();
      after = EmbeddedKafka.start(config);
      assertThat(feeding.get(60, SECONDS)).isEqualTo(3000);
    }
    try (after) {
      assertThat(Topic.settlements(after.bootstrapServers(), "settlements"))
          .as("idempotence: not even one twice")
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 3000).mapToObj(i -> "S" + i).toList());
    }
  }

  @Test
  void feed_brokerAwayTooLong_saysSoAndRemembers() throws Exception {
    EmbeddedKafka broker = EmbeddedKafka.start(BrokerConfig.in(folder.resolve("gone")));
    broker.ensureTopics(TopicSpec.of("settlements", 1));
    Path file = events(3000);
    AtomicLong acknowledged = new AtomicLong();
    try (Feeder feeder =
        new Feeder(
            broker.bootstrapServers(),
            "settlements",
            Pace.perSecond(1500),
            Duration.ofSeconds(2))) {
      CompletableFuture<Long> feeding =
          CompletableFuture.supplyAsync(
              () -> feed(feeder, file, (source, count, refused) -> acknowledged.set(count)));
      await().atMost(PATIENCE).until(() -> acknowledged.get() > 0);
      broker.close();

      assertThatThrownBy(() -> feeding.get(60, SECONDS))
          .hasRootCauseInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
    }
    assertThat(Ledger.open(folder.resolve("ledger"), "t", List.of(file)).acknowledged())
        .isPositive();
  }

  private long feed(Feeder feeder, Path file, Feeder.Progress progress) {
    try (NationalLines source = new NationalLines(file);
        RefusalFile refusals = new RefusalFile(folder.resolve("refused.csv"))) {
      Ledger ledger = Ledger.open(folder.resolve("ledger"), "t", List.of(file));
      return feeder.feed(source, ledger, refusals, progress);
    } catch (IOException | InterruptedException | SendException e) {
      throw new IllegalStateException(e);
    }
  }

  private Ledger ledger(String topic, Path file)
      throws IOException, HouseException, InterruptedException {
    String cluster = Brokers.clusterId(KAFKA.bootstrapServers());
    return Ledger.open(folder.resolve("data/ingest"), cluster + " " + topic, List.of(file));
  }

  private Process ingest(String topic, Path file, String... more) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("java.class.path"),
            "org.fundwatch.standalone.Main",
            "ingest",
            "--topic",
            topic,
            "--kafka",
            KAFKA.bootstrapServers(),
            "--data",
            folder.resolve("data").toString(),
            file.toString());
    command.command().addAll(List.of(more));
    return command.redirectError(folder.resolve("err.txt").toFile()).start();
  }

  private Path events(int count) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(Events.json("S" + i, "P" + i % 97)).append('\n');
    }
    return Files.writeString(folder.resolve("events.jsonl"), lines);
  }
}
