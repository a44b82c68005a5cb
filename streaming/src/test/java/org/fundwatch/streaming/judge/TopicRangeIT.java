package org.fundwatch.streaming.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.embedded.TopicSpec;
import org.fundwatch.embedded.junit.KafkaExtension;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.streaming.job.TopicRange;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.fundwatch.streaming.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a topic took in between two moments is judged as files are. */
class TopicRangeIT {

  @RegisterExtension private static final KafkaExtension KAFKA = new KafkaExtension();

  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-08T00:00:00Z");
  private static final World WORLD = World.of(42);

  @TempDir private Path folder;

  @Test
  void range_ofATopic_givesTheAlertsOfItsEventsAlone() throws Exception {
    String topic = KAFKA.prefix() + "range";
    KAFKA.ensureTopics(TopicSpec.of(topic, 2));
    List<SettlementEvent> before = World.of(5).events();
    List<SettlementEvent> after = World.of(6).events();
    send(topic, before, FROM.minusMillis(1));
    send(topic, WORLD.shuffled(7), FROM);
    send(topic, after, UNTIL);
    Path file = folder.resolve("events.jsonl");
    Files.write(
        file,
        WORLD.shuffled(8).stream()
            .map(
                event ->
                    new String(new SettlementEventWriter().write(event), StandardCharsets.UTF_8))
            .toList());
    BatchJudge.run(
        request("files.jsonl", List.of(file)), TrivialJudge.BUILT_IN, new TrivialJudge.Maker());

    JudgeResult result =
        BatchJudge.run(
            request("topic.jsonl", List.of()),
            new TopicRange(KAFKA.bootstrapServers(), topic, FROM, UNTIL, TrivialJudge.BUILT_IN),
            0,
            new TrivialJudge.Maker());

    assertThat(result.accepted()).isEqualTo(WORLD.shuffled(7).size());
    assertThat(folder.resolve("topic.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("files.jsonl"))
        .isNotEmptyFile();
  }

  @Test
  void range_inWhichNothingCame_givesNothing() throws Exception {
    String topic = KAFKA.prefix() + "nothing";
    KAFKA.ensureTopics(TopicSpec.of(topic, 2));
    send(topic, WORLD.events(), UNTIL);

    JudgeResult result =
        BatchJudge.run(
            request("none.jsonl", List.of()),
            new TopicRange(KAFKA.bootstrapServers(), topic, FROM, UNTIL, TrivialJudge.BUILT_IN),
            0,
            new TrivialJudge.Maker());

    assertThat(result.accepted()).isZero();
    assertThat(folder.resolve("none.jsonl")).isEmptyFile();
  }

  private JudgeRequest request(String out, List<Path> inputs) {
    return new JudgeRequest(
        inputs,
        folder.resolve(out),
        false,
        RuleBundle.of(Map.of()),
        "",
        new byte[16],
        2,
        Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC));
  }

  private static void send(String topic, List<SettlementEvent> events, Instant at)
      throws Exception {
    SettlementEventWriter writer = new SettlementEventWriter();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (SettlementEvent event : events) {
        byte[] key = event.settlement().person().id().getBytes(StandardCharsets.UTF_8);
        var unused =
            producer
                .send(
                    new ProducerRecord<>(topic, null, at.toEpochMilli(), key, writer.write(event)))
                .get();
      }
    }
  }
}
