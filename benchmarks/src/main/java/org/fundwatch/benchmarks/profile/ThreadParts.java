package org.fundwatch.benchmarks.profile;

import java.util.List;

/** Which part of Fundwatch a thread works for, by the beginning of its name. */
final class ThreadParts {

  private record Part(String prefix, String name) {}

  // The first that fits; names are cut to 15 characters by the system.
  private static final List<Part> PARTS =
      List.of(
          new Part("Source Data Fet", "job: fetch from Kafka"),
          new Part("Source: settlem", "job: intake"),
          new Part("Source: Sequenc", "job: intake"),
          new Part("intake", "job: intake"),
          new Part("person desk", "job: person desk"),
          new Part("doctor desk", "job: doctor desk"),
          new Part("institution des", "job: institution desk"),
          new Part("institution mon", "job: institution-month desk"),
          new Part("pack desk", "job: pack desk"),
          new Part("alert desk", "job: alert desk"),
          new Part("desk reports", "job: rules and reports"),
          new Part("Source: rule se", "job: rules and reports"),
          new Part("rocksdb:", "RocksDB background"),
          new Part("AsyncOperations", "checkpoints"),
          new Part("jobmanager-io", "checkpoints"),
          new Part("cluster-io", "checkpoints"),
          new Part("flink-", "Flink coordination"),
          new Part("pekko", "Flink coordination"),
          new Part("OutputFlusher", "Flink coordination"),
          new Part("Time Trigger", "Flink coordination"),
          new Part("SourceCoordinat", "Flink coordination"),
          new Part("Checkpoint Time", "Flink coordination"),
          new Part("kafka-producer", "Kafka clients"),
          new Part("kafka-admin", "Kafka clients"),
          new Part("kafka-coordinat", "Kafka clients"),
          new Part("data-plane", "broker"),
          new Part("kafka-", "broker"),
          new Part("raft-", "broker"),
          new Part("quorum-", "broker"),
          new Part("group-coordinat", "broker"),
          new Part("executor-", "broker"),
          new Part("ExpirationReape", "broker"),
          new Part("broker-", "broker"),
          new Part("controller-", "broker"),
          new Part("metrics-meter", "broker"),
          new Part("alert-indexer", "alert API"),
          new Part("http-nio", "alert API"),
          new Part("elasticsearch-r", "alert API"),
          new Part("I/O dispatcher", "alert API"),
          new Part("GC Thread", "garbage collector"),
          new Part("G1 ", "garbage collector"),
          new Part("VM Thread", "garbage collector"),
          new Part("C1 Compiler", "compiler"),
          new Part("C2 Compiler", "compiler"),
          new Part("JFR ", "the measurement itself"),
          new Part("load", "the measurement itself"),
          new Part("watch", "the measurement itself"));

  private ThreadParts() {}

  static String of(String thread) {
    return PARTS.stream()
        .filter(part -> thread.startsWith(part.prefix()))
        .map(Part::name)
        .findFirst()
        .orElse("other threads");
  }
}
