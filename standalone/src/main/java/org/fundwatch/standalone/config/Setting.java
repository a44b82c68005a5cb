package org.fundwatch.standalone.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set, by its name in {@code fundwatch.yaml}. */
public enum Setting {
  /** Folder of all data; relative to the project. */
  DATA("data", "data"),
  /** Brokers of one's own; empty starts one here. */
  KAFKA_SERVERS("kafka.servers", ""),
  /** Port of the broker started here; 0 takes a free one. */
  KAFKA_PORT("kafka.port", "0"),
  /** Partitions of a topic made here. */
  KAFKA_PARTITIONS("kafka.partitions", "4"),
  /** Replicas of a topic made on brokers of one's own. */
  KAFKA_REPLICAS("kafka.replicas", "1"),
  /** An Elasticsearch of one's own; empty starts one here. */
  ELASTICSEARCH_URL("elasticsearch.url", ""),
  /** Port of the search node started here; 0 takes a free one. */
  ELASTICSEARCH_PORT("elasticsearch.port", "0"),
  /** Heap of the search node started here, in megabytes. */
  ELASTICSEARCH_HEAP("elasticsearch.heap-mb", "512"),
  /** REST address of a Flink cluster that runs the job; empty runs it here. */
  FLINK_URL("flink.rest-url", ""),
  /** Parallelism of the job that runs here. */
  FLINK_PARALLELISM("flink.parallelism", "1"),
  /** Parallelism of commands that judge files. */
  FLINK_FILES_PARALLELISM("flink.files-parallelism", "2"),
  /** Seconds between checkpoints of the job that runs here. */
  FLINK_CHECKPOINTS("flink.checkpoint-seconds", "5"),
  /** Folder of a rule library; empty takes the built-in one. */
  RULES("rules", ""),
  /** Folder of a model registry; empty takes the built-in models. */
  MODELS("models", ""),
  /** Port of the page and the API. */
  API_PORT("api.port", "8080"),
  /** Cipher of single fields, such as the text of a report: {@code aes-gcm} or {@code sm4-gcm}. */
  FIELDS_CIPHER("fields.cipher", "aes-gcm");

  private final String key;
  private final String preset;

  Setting(String key, String preset) {
    this.key = key;
    this.preset = preset;
  }

  /** The name in the file, such as {@code kafka.port}. */
  public String key() {
    return key;
  }

  /** The name in the environment, such as {@code FUNDWATCH_KAFKA_PORT}. */
  public String variable() {
    return "FUNDWATCH_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The value where nothing is set. */
  public String preset() {
    return preset;
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }
}
