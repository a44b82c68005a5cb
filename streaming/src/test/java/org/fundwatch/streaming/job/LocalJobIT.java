package org.fundwatch.streaming.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ThrowingRunnable;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.row.SettlementRowJson;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.embedded.TopicSpec;
import org.fundwatch.embedded.junit.KafkaExtension;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.intake.DeadLetterJson;
import org.fundwatch.streaming.intake.DeadLetterSeal;
import org.fundwatch.streaming.testing.Given;
import org.fundwatch.streaming.testing.Oracle;
import org.fundwatch.streaming.testing.Run;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.fundwatch.streaming.testing.Verdict;
import org.fundwatch.streaming.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The job from a real broker to a real broker, stopped, killed and started again. */
class LocalJobIT {

  @RegisterExtension private static final KafkaExtension KAFKA = new KafkaExtension();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final SettlementEvent EARLIER =
      settlement("S1").stay("2026-03-01 09:00:00", "2026-03-08 09:00:00").event(EventKind.SETTLED);
  private static final SettlementEvent LATER =
      settlement("S2").stay("2026-03-12 09:00:00", "2026-03-18 09:00:00").event(EventKind.SETTLED);

  @TempDir private Path folder;
  private JobConfig config;
  private KafkaProducer<byte[], byte[]> producer;

  @BeforeEach
  void topics(TestInfo test) {
    String prefix = KAFKA.prefix() + test.getTestMethod().orElseThrow().getName() + "-";
    config =
        JobSettings.read(
            Map.ofEntries(
                Map.entry("kafka.servers", KAFKA.bootstrapServers()),
                Map.entry("kafka.group", prefix + "group"),
                Map.entry("topic.settlements", prefix + "settlements"),
                Map.entry("topic.dead-letters", prefix + "dead-letters"),
                Map.entry("topic.alerts", prefix + "alerts"),
                Map.entry("topic.rule-sets", prefix + "rule-sets"),
                Map.entry("topic.rule-status", prefix + "rule-status"),
                Map.entry("topic.settlement-rows", prefix + "settlement-rows"),
                Map.entry("topic.row-requests", prefix + "row-requests"),
                Map.entry("topic.backfill", prefix + "backfill"),
                Map.entry("state.directory", folder.resolve("状态 state").toString()),
                Map.entry("checkpoint.every", "PT0.2S"),
                Map.entry("day.pause", "PT0.1S"),
                Map.entry("person.key", "00".repeat(16)),
                Map.entry("dead-letter.key", "00".repeat(32))));
    KAFKA.ensureTopics(
        TopicSpec.of(config.settlements(), 2),
        TopicSpec.of(config.deadLetters(), 1),
        TopicSpec.of(config.alerts(), 2).compacted(),
        TopicSpec.of(config.ruleSets(), 1).compacted(),
        TopicSpec.of(config.ruleStatus(), 1),
        TopicSpec.of(config.settlementRows(), 1).compacted(),
        TopicSpec.of(config.rowRequests(), 1),
        TopicSpec.of(config.backfill(), 1));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void job_fromSettlementsToAlerts_givesThoseOfTheFacts() throws Exception {
    World world = World.of(42);
    SortedMap<String, Verdict> expected =
        Oracle.verdicts(world.clean(), new byte[16], new TrivialJudge("v0", 15, 2));
    send(world.shuffled(7));

    try (LocalJob job = LocalJob.start(config, new TrivialJudge.Maker())) {
      assertThat(job.restoredFrom()).isEmpty();
      eventually(() -> assertThat(held()).isEqualTo(expected));
      Set<String> pointedAt = settlements(expected);
      eventually(() -> assertThat(standingRows()).containsAll(pointedAt));
    }
    assertThat(rules(expected))
        .as("rows of a person's own desk, and of those that must ask for them")
        .contains(TrivialJudge.DEAR_LINE, TrivialJudge.PACK_TWICE, TrivialJudge.BUSY_MONTH);
  }

  @Test
  void job_stoppedInOrder_goesOnWhereItWas() throws Exception {
    send(List.of(EARLIER));
    try (LocalJob job = LocalJob.start(config, new TrivialJudge.Maker())) {
      await().atMost(PATIENCE).until(job::running);
      eventually(() -> assertThat(committed()).isOne());
    }
    send(List.of(LATER));

    try (LocalJob job = LocalJob.start(config, new TrivialJudge.Maker())) {
      assertThat(job.restoredFrom())
          .hasValueSatisfying(
              at -> assertThat(at.getFileName()).asString().startsWith("savepoint-"));
      eventually(() -> assertThat(rules(held())).containsExactly(TrivialJudge.STAY_PAIR));
    }
  }

  @Test
  void job_killed_goesOnFromItsLastCheckpoint() throws Exception {
    send(List.of(EARLIER));
    LocalJob killed = LocalJob.start(config, new TrivialJudge.Maker());
    eventually(() -> assertThat(committed()).isOne());
    killed.kill();
    send(List.of(LATER));

    try (LocalJob job = LocalJob.start(config, new TrivialJudge.Maker())) {
      assertThat(job.restoredFrom())
          .hasValueSatisfying(at -> assertThat(at.getFileName()).asString().startsWith("chk-"));
      eventually(() -> assertThat(rules(held())).containsExactly(TrivialJudge.STAY_PAIR));
      assertThat(job.running()).isTrue();
    }
  }

  @Test
  void job_killed_whatItPublishedAndNothingSpeaksForIsWithdrawn() throws Exception {
    Alert published =
        Run.inOrder(Given.events(List.of(EARLIER, LATER))).last().values().iterator().next();
    send(List.of(EARLIER));
    LocalJob killed = LocalJob.start(config, new TrivialJudge.Maker());
    eventually(() -> assertThat(committed()).isOne());
    eventually(() -> assertThat(committed(config.group() + "-alerts")).hasSize(2));
    killed.kill();
    append(
        new ProducerRecord<>(
            config.alerts(), published.id().getBytes(UTF_8), AlertJson.write(published)));
    assertThat(held()).hasSize(1);

    try (LocalJob job = LocalJob.start(config, new TrivialJudge.Maker())) {
      eventually(() -> assertThat(held()).isEmpty());
      send(List.of(LATER));
      eventually(() -> assertThat(rules(held())).containsExactly(TrivialJudge.STAY_PAIR));
      assertThat(job.running()).isTrue();
    }
    assertThat(read(config.alerts()))
        .extracting(record -> alert(record.value()).version())
        .containsExactly(1, 2, 3);
  }

  @Test
  void job_messageRefused_isAnEncryptedDeadLetterWithItsPlace() throws Exception {
    append(new ProducerRecord<>(config.settlements(), 1, null, "{\"psn_no\":".getBytes(UTF_8)));
    send(List.of(EARLIER, LATER));

    try (LocalJob job = LocalJob.start(config, new TrivialJudge.Maker())) {
      eventually(() -> assertThat(rules(held())).containsExactly(TrivialJudge.STAY_PAIR));
      eventually(() -> assertThat(read(config.deadLetters())).hasSize(1));
      assertThat(job.running()).isTrue();
    }
    ConsumerRecord<byte[], byte[]> record = read(config.deadLetters()).get(0);
    DeadLetter letter = DeadLetterJson.read(record.value());
    assertThat(letter.place()).hasToString(config.settlements() + "[1]@0");
    assertThat(new String(record.key(), UTF_8)).isEqualTo(letter.place().toString());
    assertThat(letter.faults()).hasSize(1);
    assertThat(new DeadLetterSeal(new byte[32]).open(letter))
        .asString(UTF_8)
        .isEqualTo("{\"psn_no\":");
  }

  @Test
  void rules_changedOnTheFly_judgeThePastAtOnceAndAreAcknowledged() throws Exception {
    try (LocalJob job = LocalJob.start(config, new TrivialJudge.Maker())) {
      await().atMost(PATIENCE).until(job::running);
      publish("nonsense");
      publish("v1 2 100");
      eventually(() -> assertThat(acknowledged("RUNNING", "v1")).hasSize(10));
      assertThat(acknowledged("REFUSED", "v0")).isNotEmpty();

      send(List.of(EARLIER, LATER));
      eventually(() -> assertThat(committed()).isEqualTo(2));
      assertThat(held()).as("two days apart at most, not fifteen").isEmpty();
      publish("v2 15 100");
      eventually(() -> assertThat(acknowledged("SWEPT", "v2")).hasSize(10));
      eventually(() -> assertThat(rules(held())).containsExactly(TrivialJudge.STAY_PAIR));
    }
  }

  @Test
  void olderHistory_cutOffAndToldAgain_isFoldedIntoTheAlertsOnce() throws Exception {
    World world = World.of(42);
    SortedMap<String, Verdict> expected =
        Oracle.verdicts(world.clean(), new byte[16], new TrivialJudge("v0", 15, 2));
    List<Alert> older =
        Run.of(Given.events(world.shuffled(3)), RuntimeExecutionMode.BATCH).last().values().stream()
            .filter(alert -> alert.status() == AlertStatus.OPEN)
            .toList();

    try (LocalJob job = LocalJob.start(config, new TrivialJudge.Maker())) {
      await().atMost(PATIENCE).until(job::running);
      for (Alert alert : older.subList(0, older.size() / 2)) {
        append(new ProducerRecord<>(config.backfill(), AlertJson.write(alert)));
      }
      eventually(() -> assertThat(held()).hasSize(older.size() / 2));
      for (Alert alert : older) {
        append(new ProducerRecord<>(config.backfill(), AlertJson.write(alert)));
      }
      eventually(() -> assertThat(held()).isEqualTo(expected));
      assertThat(read(config.alerts())).hasSize(older.size());

      send(world.shuffled(7));
      eventually(() -> assertThat(committed()).isEqualTo(world.shuffled(7).size()));
      eventually(() -> assertThat(held()).as("found by the stream too").isEqualTo(expected));
    }
  }

  @Test
  void rules_afterAKill_areThoseOfBeforeAndCanChangeAgain() throws Exception {
    publish("v1 15 100");
    send(List.of(EARLIER, LATER));
    LocalJob killed = LocalJob.start(config, new TrivialJudge.Maker());
    eventually(() -> assertThat(acknowledged("RUNNING", "v1")).hasSize(10));
    eventually(() -> assertThat(committed()).isEqualTo(2));
    killed.kill();

    try (LocalJob job = LocalJob.start(config, new TrivialJudge.Maker())) {
      await().atMost(PATIENCE).until(job::running);
      eventually(() -> assertThat(rules(held())).containsExactly(TrivialJudge.STAY_PAIR));
      publish("v2 1 100");
      publish("v3 2 100");
      eventually(() -> assertThat(acknowledged("SWEPT", "v3")).hasSize(10));
      eventually(() -> assertThat(held()).isEmpty());
    }
  }

  private void send(List<SettlementEvent> events) throws Exception {
    SettlementEventWriter writer = new SettlementEventWriter();
    for (SettlementEvent event : events) {
      byte[] key = event.settlement().person().id().getBytes(UTF_8);
      append(new ProducerRecord<>(config.settlements(), key, writer.write(event)));
    }
  }

  private void publish(String bundle) throws Exception {
    append(
        new ProducerRecord<>(config.ruleSets(), "current".getBytes(UTF_8), bundle.getBytes(UTF_8)));
  }

  private void append(ProducerRecord<byte[], byte[]> record) throws Exception {
    assertThat(producer.send(record).get().hasOffset()).isTrue();
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(PATIENCE).untilAsserted(assertion);
  }

  // Offsets are committed with a checkpoint: what is counted here is in a snapshot.
  private long committed() throws Exception {
    return committed(config.group()).stream().mapToLong(OffsetAndMetadata::offset).sum();
  }

  private static Collection<OffsetAndMetadata> committed(String group) throws Exception {
    try (var admin = KAFKA.broker().admin()) {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values();
    }
  }

  private SortedMap<String, Verdict> held() {
    SortedMap<String, Alert> last = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : read(config.alerts())) {
      Alert alert = alert(record.value());
      assertThat(new String(record.key(), UTF_8)).isEqualTo(alert.id());
      last.merge(alert.id(), alert, (a, b) -> a.version() > b.version() ? a : b);
    }
    return Run.held(last);
  }

  private static List<String> rules(SortedMap<String, Verdict> held) {
    return held.values().stream()
        .flatMap(verdict -> verdict.findings().stream())
        .map(finding -> finding.rule().id())
        .collect(Collectors.toList());
  }

  private static Set<String> settlements(SortedMap<String, Verdict> verdicts) {
    return verdicts.values().stream()
        .flatMap(verdict -> verdict.findings().stream())
        .flatMap(finding -> finding.evidence().stream())
        .filter(evidence -> evidence.kind() == Evidence.Kind.SETTLEMENT)
        .map(Evidence::id)
        .collect(Collectors.toSet());
  }

  /** The settlements whose last row says that they stand. */
  private Set<String> standingRows() throws IOException {
    Map<String, SettlementRow> last = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : read(config.settlementRows())) {
      SettlementRow row = SettlementRowJson.read(record.value());
      assertThat(new String(record.key(), UTF_8)).isEqualTo(row.settlementId());
      last.put(row.settlementId(), row);
    }
    last.values().removeIf(row -> !row.stands());
    return last.keySet();
  }

  // The parts of all desks that said so.
  private Set<String> acknowledged(String state, String ruleSet) {
    return read(config.ruleStatus()).stream()
        .filter(record -> new String(record.key(), UTF_8).endsWith('/' + state))
        .filter(
            record -> new String(record.value(), UTF_8).contains("\"ruleSet\":\"" + ruleSet + '"'))
        .map(record -> new String(record.key(), UTF_8))
        .collect(Collectors.toSet());
  }

  private static Alert alert(byte[] json) {
    try {
      return AlertJson.read(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }
}
