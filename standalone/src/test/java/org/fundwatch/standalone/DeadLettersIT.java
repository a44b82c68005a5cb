package org.fundwatch.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.embedded.BrokerConfig;
import org.fundwatch.embedded.EmbeddedKafka;
import org.fundwatch.embedded.TopicSpec;
import org.fundwatch.standalone.house.HouseTopics;
import org.fundwatch.standalone.house.Secrets;
import org.fundwatch.streaming.job.JobSettings;
import org.fundwatch.streaming.job.LocalJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real job refuses, as the commands show it, and sent again. */
class DeadLettersIT {

  private static final String PERSON = "370000198001010000";
  private static final byte[] NO_TEXT = "{\"参保人\":".getBytes(Charset.forName("GB18030"));

  @TempDir private Path folder;

  @Test
  void letters_ofTheJob_areListedWithoutTheirContentShownWithTheKeyAndSentAgain() throws Exception {
    Path data = folder.resolve("data");
    String sound = event("2026-03-18 09:00:00");
    String today = ShanghaiTime.formatDay(ShanghaiTime.epochDay(now()));
    List<byte[]> messages =
        List.of(
            sound.getBytes(UTF_8),
            sound.substring(0, sound.length() / 2).getBytes(UTF_8),
            sound.replace("\"setl_id\"", "\"setl_ID\"").getBytes(UTF_8),
            NO_TEXT,
            sound.replaceFirst("\"infno\":\"\\d+\"", "\"infno\":\"2302\"").getBytes(UTF_8),
            event(ShanghaiTime.format(now() + Duration.ofMinutes(5).toMillis())).getBytes(UTF_8));
    try (EmbeddedKafka broker = EmbeddedKafka.start(BrokerConfig.in(folder.resolve("broker")))) {
      broker.ensureTopics(HouseTopics.all(1).toArray(TopicSpec[]::new));
      String servers = broker.bootstrapServers();
      send(servers, messages);
      LocalJob job = LocalJob.start(JobSettings.read(settings(servers, data)));
      try (job) {
        await()
            .atMost(Duration.ofSeconds(90))
            .until(() -> read(servers, HouseTopics.DEAD_LETTERS).size() == 5);
      }

      for (ConsumerRecord<byte[], byte[]> record : read(servers, HouseTopics.DEAD_LETTERS)) {
        // In quotes: what is sealed is text without any, in which two letters may well meet.
        assertThat(new String(record.value(), UTF_8))
            .doesNotContain(PERSON)
            .doesNotContain("\"S1\"");
      }
      Cli list = Cli.run(data, "dead-letters", "list", "--kafka", servers);
      assertThat(list.code()).isZero();
      assertThat(list.out().lines())
          .satisfiesExactly(
              line ->
                  assertThat(line).startsWith("settlements[0]@1  ").contains("UNREADABLE  [$: "),
              line ->
                  assertThat(line).contains("settlements[0]@2  ").contains("INVALID  [setlinfo"),
              line -> assertThat(line).contains("a byte that is not UTF-8"),
              line -> assertThat(line).contains("infno: \"2302\"; the settlement that follows"),
              line -> assertThat(line).contains("FUTURE  [inf_time: "),
              line -> assertThat(line).isEqualTo("5 dead letters"));
      assertThat(list.out()).doesNotContain(PERSON);
      assertThat(places(servers, data, "--reason", "unreadable")).containsExactly(1, 3);
      assertThat(places(servers, data, "--field", "infno")).containsExactly(4);
      assertThat(places(servers, data, "--from", today, "--to", today)).hasSize(5);
      assertThat(places(servers, data, "--to", "2026-01-01")).isEmpty();
      assertThat(Cli.run(data, "dead-letters", "list", "--counts", "--kafka", servers).out())
          .contains("2  UNREADABLE  $")
          .endsWith("5 dead letters\n");

      assertThat(show(servers, data, "settlements[0]@1").out())
          .isEqualTo(new String(messages.get(1), UTF_8) + '\n');
      Path raw = folder.resolve("raw");
      assertThat(show(servers, data, "settlements[0]@3", "--out", raw.toString()).code()).isZero();
      assertThat(Files.readAllBytes(raw)).isEqualTo(NO_TEXT);
      assertThat(show(servers, data, "settlements[0]@0").err())
          .contains("'settlements[0]@0': no dead letter of that place");
      assertThat(show(servers, folder.resolve("other"), "settlements[0]@1").err())
          .contains("cannot be opened; it was sealed under key ");

      Cli early = Cli.run(data, "dead-letters", "replay", "--reason", "FUTURE", "--kafka", servers);
      assertThat(early.out()).isEqualTo("1 sent again, 0 still not right\n");
      assertThat(early.code()).isZero();
      Cli rest = Cli.run(data, "dead-letters", "replay", "--field", "infno", "--kafka", servers);
      assertThat(rest.out()).isEqualTo("0 sent again, 1 still not right\n");
      assertThat(rest.code()).isEqualTo(ExitCode.REFUSED_ROWS);
      List<ConsumerRecord<byte[], byte[]>> all = read(servers, HouseTopics.SETTLEMENTS);
      assertThat(all).hasSize(messages.size() + 1);
      assertThat(all.get(messages.size()).value()).isEqualTo(messages.get(5));
      assertThat(all.get(messages.size()).key()).isEqualTo(PERSON.getBytes(UTF_8));
    }
  }

  // A job without patience for clocks ahead: what it refuses the command may send again.
  private Map<String, String> settings(String servers, Path data) throws Exception {
    return Map.of(
        "kafka.servers",
        servers,
        "state.directory",
        folder.resolve("state").toString(),
        "parallelism",
        "1",
        "checkpoint.every",
        "PT0.5S",
        "clock.skew",
        "PT1S",
        "person.key",
        Secrets.personKey(data.resolve("secrets")),
        "dead-letter.key",
        Secrets.deadLetterKey(data.resolve("secrets")));
  }

  private static List<Integer> places(String servers, Path data, String... filter) {
    List<String> words = new ArrayList<>(List.of("dead-letters", "list", "--kafka", servers));
    words.addAll(List.of(filter));
    return Cli.run(data, words.toArray(String[]::new))
        .out()
        .lines()
        .filter(line -> line.startsWith("settlements[0]@"))
        .map(line -> Integer.valueOf(line.substring(15, line.indexOf(' '))))
        .toList();
  }

  private static Cli show(String servers, Path data, String... words) {
    List<String> all = new ArrayList<>(List.of("dead-letters", "show", "--kafka", servers));
    all.addAll(List.of(words));
    return Cli.run(data, all.toArray(String[]::new));
  }

  private static String event(String at) {
    return new String(
        new SettlementEventWriter()
            .write(
                settlement("S1")
                    .person(PERSON, Gender.FEMALE)
                    .settledAt(at)
                    .event(EventKind.SETTLED)),
        UTF_8);
  }

  private static long now() {
    return Clock.systemUTC().millis();
  }

  private static void send(String servers, List<byte[]> messages) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (byte[] message : messages) {
        var unused = producer.send(new ProducerRecord<>(HouseTopics.SETTLEMENTS, message)).get();
      }
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String servers, String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition only = new TopicPartition(topic, 0);
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
      while (consumer.position(only) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }
}
