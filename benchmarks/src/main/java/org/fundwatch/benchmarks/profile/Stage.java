package org.fundwatch.benchmarks.profile;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a piece of Java code does for a settlement. */
enum Stage {
  PARSE("read the event's JSON", "org.fundwatch.domain.json."),
  TOKENS("person tokens", "org.fundwatch.domain.identity."),
  RULES("rules", "org.fundwatch.rules."),
  MODELS("models", "org.fundwatch.models.", "org.tribuo."),
  TIMELINE("history and timeline", "org.fundwatch.domain.timeline."),
  ALERTS("write and read alerts", "org.fundwatch.domain.alert."),
  CHECKPOINT(
      "checkpoint",
      "org.apache.flink.runtime.checkpoint.",
      "org.apache.flink.runtime.state.SnapshotStrategyRunner",
      "org.apache.flink.state.rocksdb.snapshot.",
      "org.rocksdb.Checkpoint"),
  ROCKSDB("state in RocksDB", "org.rocksdb."),
  STATE("state to and from bytes", "org.apache.flink.state.rocksdb."),
  EXCHANGE(
      "records between tasks",
      "org.apache.flink.runtime.io.network.",
      "org.apache.flink.streaming.runtime.io."),
  INDEXING("alert API and its search client", "org.fundwatch.alertapi.", "co.elastic."),
  KAFKA_CLIENT("Kafka clients", "org.apache.kafka.clients."),
  LOAD("the measurement itself", "org.fundwatch.benchmarks."),
  DESKS("desks", "org.fundwatch.streaming."),
  BROKER(
      "broker",
      "kafka.",
      "org.apache.kafka.server.",
      "org.apache.kafka.storage.",
      "org.apache.kafka.network.",
      "org.apache.kafka.coordinator.",
      "org.apache.kafka.raft.",
      "org.apache.kafka.controller.",
      "org.apache.kafka.metadata."),
  FLINK("Flink, the rest"),
  OTHER("other");

  private final String title;
  private final Pattern beginning;

  Stage(String title, String... beginnings) {
    this.title = title;
    this.beginning =
        Pattern.compile(Stream.of(beginnings).map(Pattern::quote).collect(Collectors.joining("|")));
  }

  /** For readers. */
  String title() {
    return title;
  }

  /**
   * The stage of a stack: that of its innermost method that tells one. The JDK and the libraries
   * tell none, so that their time goes to who called them; nor do Flink's serialisers, which work
   * for state and for the exchange alike.
   *
   * @param stack methods as {@code class.method}, the innermost first
   */
  static Stage of(List<String> stack) {
    return stack.stream()
        .flatMap(Stage::telling)
        .findFirst()
        .orElseGet(
            () ->
                stack.stream().anyMatch(one -> one.startsWith("org.apache.flink."))
                    ? FLINK
                    : OTHER);
  }

  private static Stream<Stage> telling(String method) {
    return Stream.of(values())
        .filter(stage -> !stage.beginning.pattern().isEmpty())
        .filter(stage -> stage.beginning.matcher(method).lookingAt());
  }
}
