package org.fundwatch.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {

  private static final String DESK = "org.fundwatch.streaming.person.PersonDesk.processElement";
  private static final String TASK = "org.apache.flink.runtime.taskmanager.Task.run";

  @Test
  void of_libraryCalledByParser_isParsing() {
    assertThat(
            Stage.of(
                List.of(
                    "java.lang.String.hashCode",
                    "com.fasterxml.jackson.core.json.UTF8StreamJsonParser.nextToken",
                    "org.fundwatch.domain.json.SettlementEventReader.read",
                    "org.fundwatch.streaming.intake.Intake.processElement",
                    TASK)))
        .isEqualTo(Stage.PARSE);
  }

  @Test
  void of_serialiserCalledByState_isState() {
    assertThat(
            Stage.of(
                List.of(
                    "org.apache.flink.api.java.typeutils.runtime.PojoSerializer.serialize",
                    "org.apache.flink.state.rocksdb.RocksDBValueState.update",
                    DESK,
                    TASK)))
        .isEqualTo(Stage.STATE);
  }

  @Test
  void of_serialiserCalledByNetwork_isExchange() {
    assertThat(
            Stage.of(
                List.of(
                    "org.apache.flink.core.memory.DataOutputSerializer.write",
                    "org.apache.flink.api.java.typeutils.runtime.PojoSerializer.serialize",
                    "org.apache.flink.runtime.io.network.api.writer.RecordWriter.emit",
                    "org.apache.flink.streaming.runtime.io.RecordWriterOutput.collect",
                    DESK,
                    TASK)))
        .isEqualTo(Stage.EXCHANGE);
  }

  @Test
  void of_ruleInDesk_isRules() {
    assertThat(
            Stage.of(List.of("java.util.HashMap.get", "org.fundwatch.rules.RuleSet.judge", DESK)))
        .isEqualTo(Stage.RULES);
  }

  @Test
  void of_kafkaClientAndBroker_areApart() {
    assertThat(Stage.of(List.of("org.apache.kafka.clients.producer.KafkaProducer.send")))
        .isEqualTo(Stage.KAFKA_CLIENT);
    assertThat(Stage.of(List.of("org.apache.kafka.common.Crc.of", "kafka.server.KafkaApis.handle")))
        .isEqualTo(Stage.BROKER);
  }

  @Test
  void of_flinkAlone_isTheRestOfFlink() {
    assertThat(Stage.of(List.of("java.util.ArrayDeque.poll", TASK))).isEqualTo(Stage.FLINK);
  }

  @Test
  void of_nothingKnown_isOther() {
    assertThat(Stage.of(List.of("java.lang.Thread.run"))).isEqualTo(Stage.OTHER);
  }
}
