package org.fundwatch.streaming.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.fundwatch.streaming.intake.IntakeConfig;

/**
 * What the job needs to know; {@link JobSettings} reads it from texts.
 *
 * @param kafkaServers brokers, {@code host:port,host:port}
 * @param group consumer group that offsets are committed to, for lag
 * @param settlements topic of settlement events
 * @param deadLetters topic of refused messages
 * @param alerts topic of alerts, compacted
 * @param ruleSets topic of rule bundles, compacted
 * @param ruleStatus topic of desk reports
 * @param settlementRows topic of settlements that findings point at, compacted
 * @param rowRequests topic by which desks ask for such settlements
 * @param backfill topic of alerts about older history, empty for none
 * @param stateDirectory where checkpoints and savepoints go; a path that all tasks reach
 * @param parallelism parts of each operator
 * @param checkpointEvery time between checkpoints
 * @param retention how long persons, days and packs are remembered; alerts are for longer
 * @param dayPause how long changes of a day are gathered before it is judged
 * @param clockSkew how far ahead of our clock a sender's may be
 * @param personKey secret of the person tokens, hexadecimal, at least 16 bytes
 * @param deadLetterKey secret of the dead letters, hexadecimal, 32 bytes
 * @param models folder of the model registry, empty for the built-in models
 * @param kafkaClient further settings of all Kafka clients by their own names, such as {@code
 *     security.protocol}; they win
 * @param flink further Flink options by their own names; they win
 */
public record JobConfig(
    String kafkaServers,
    String group,
    String settlements,
    String deadLetters,
    String alerts,
    String ruleSets,
    String ruleStatus,
    String settlementRows,
    String rowRequests,
    String backfill,
    Path stateDirectory,
    int parallelism,
    Duration checkpointEvery,
    Duration retention,
    Duration dayPause,
    Duration clockSkew,
    String personKey,
    String deadLetterKey,
    String models,
    Map<String, String> kafkaClient,
    Map<String, String> flink) {

  /** Largest message on any topic, in bytes; brokers and topics must allow it. */
  public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

  public JobConfig {
    kafkaClient = Map.copyOf(kafkaClient);
    flink = Map.copyOf(flink);
  }

  /** Where checkpoints go, as Flink wants it. */
  String checkpoints() {
    return address(stateDirectory.resolve("checkpoints"));
  }

  /** Where savepoints go, as Flink wants it. */
  String savepoints() {
    return address(stateDirectory.resolve("savepoints"));
  }

  // Flink does not decode: as a URI a space would become a folder named %20.
  static String address(Path path) {
    return "file://" + path.toAbsolutePath();
  }

  IntakeConfig intake() {
    HexFormat hex = HexFormat.of();
    return new IntakeConfig(hex.parseHex(personKey), hex.parseHex(deadLetterKey), clockSkew, 0);
  }

  /** Without keys and passwords: a record's text may end up in a log. */
  @Override
  public String toString() {
    return "JobConfig[kafkaServers=%s, group=%s, stateDirectory=%s, parallelism=%d]"
        .formatted(kafkaServers, group, stateDirectory, parallelism);
  }
}
