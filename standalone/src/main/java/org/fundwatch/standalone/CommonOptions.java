package org.fundwatch.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.fundwatch.standalone.config.Setting;
import org.fundwatch.standalone.config.Settings;
import org.fundwatch.standalone.config.SettingsException;
import org.fundwatch.standalone.house.RunningFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that touches the services; other settings come from the file. */
final class CommonOptions {

  private static final String CONFIG_VARIABLE = "FUNDWATCH_CONFIG";

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where all data lies (default: data in the project; FUNDWATCH_DATA).")
  private @Nullable String data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings (default: fundwatch.yaml in the project; FUNDWATCH_CONFIG).")
  private @Nullable Path config;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Use these brokers; none is started here.")
  private @Nullable String kafka;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      description = "Use this Elasticsearch; none is started here.")
  private @Nullable String elasticsearch;

  @Option(
      names = "--flink",
      paramLabel = "URL",
      description = "The job runs on the cluster with this REST address, not here.")
  private @Nullable String flink;

  @Option(names = "--port", paramLabel = "PORT", description = "Port of the page and the API.")
  private @Nullable String port;

  /** The settings as given here, in the environment and in the file. */
  Settings settings() throws CommandFailure {
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    put(options, Setting.DATA, data == null ? null : Path.of(data).toAbsolutePath().toString());
    put(options, Setting.KAFKA_SERVERS, kafka);
    put(options, Setting.ELASTICSEARCH_URL, elasticsearch);
    put(options, Setting.FLINK_URL, flink);
    put(options, Setting.API_PORT, port);
    Path home = Path.of(System.getProperty("fundwatch.home", ""));
    String variable = System.getenv(CONFIG_VARIABLE);
    Path file =
        config != null
            ? config
            : variable != null ? Path.of(variable) : home.resolve("fundwatch.yaml");
    boolean named = config != null || variable != null;
    try {
      return Settings.gather(home, options, System.getenv(), file, named);
    } catch (SettingsException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /** The brokers that run, here or elsewhere. */
  String brokers() throws CommandFailure {
    Settings settings = settings();
    try {
      String brokers = RunningFile.brokers(settings);
      if (brokers.isEmpty()) {
        throw new CommandFailure(
            "Kafka: nothing runs on %s; start it with ./fundwatch up, or name brokers with --kafka"
                .formatted(settings.data().root()));
      }
      return brokers;
    } catch (IOException e) {
      throw new CommandFailure(settings.data().running() + ": " + e.getMessage(), e);
    }
  }

  private static void put(Map<Setting, String> options, Setting setting, @Nullable String value) {
    if (value != null) {
      options.put(setting, value);
    }
  }
}
