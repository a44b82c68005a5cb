package org.fundwatch.standalone.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values of all settings and where each comes from: the command line before the environment,
 * that before the file, that before the preset.
 */
public final class Settings {

  /** What {@link Setting#FIELDS_CIPHER} can be. */
  public static final List<String> FIELD_CIPHERS = List.of("aes-gcm", "sm4-gcm");

  private record Value(String text, String source) {}

  private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
  private final Path home;

  private Settings(Path home) {
    this.home = home;
  }

  /**
   * Gathers the settings.
   *
   * @param home the project's folder, from which a relative data folder is seen
   * @param options given on the command line
   * @param environment variables by name
   * @param file a file of settings, looked for in its place; need not exist unless {@code named}
   * @param named true where the user named the file
   * @throws SettingsException for an unknown name or a value that is not allowed
   */
  public static Settings gather(
      Path home,
      Map<Setting, String> options,
      Map<String, String> environment,
      Path file,
      boolean named)
      throws SettingsException {
    Settings settings = new Settings(home);
    for (Map.Entry<String, String> entry : SettingsFile.read(file, named).entrySet()) {
      Setting setting =
          Setting.ofKey(entry.getKey())
              .orElseThrow(
                  () ->
                      new SettingsException(
                          file.toString(),
                          "unknown setting '" + entry.getKey() + "'",
                          "one of " + names()));
      settings.set(setting, entry.getValue(), file + ": " + setting.key());
    }
    for (Setting setting : Setting.values()) {
      String value = environment.get(setting.variable());
      if (value != null) {
        settings.set(setting, value, setting.variable());
      }
    }
    options.forEach((setting, value) -> settings.set(setting, value, "--" + setting.key()));
    settings.check();
    return settings;
  }

  /** The text of a setting. */
  public String get(Setting setting) {
    Value value = values.get(setting);
    return value == null ? setting.preset() : value.text();
  }

  /** True where a setting is not empty. */
  public boolean has(Setting setting) {
    return !get(setting).isEmpty();
  }

  /** The number of a setting that is one. */
  public int number(Setting setting) {
    return Integer.parseInt(get(setting));
  }

  /** The folder of all data. */
  public DataFolder data() {
    return new DataFolder(home.resolve(get(Setting.DATA)).toAbsolutePath().normalize());
  }

  private void set(Setting setting, String text, String source) {
    values.put(setting, new Value(text.strip(), source));
  }

  private void check() throws SettingsException {
    between(Setting.KAFKA_PORT, 0, 65_535);
    between(Setting.KAFKA_PARTITIONS, 1, 10_000);
    between(Setting.KAFKA_REPLICAS, 1, 10);
    between(Setting.ELASTICSEARCH_PORT, 0, 65_535);
    between(Setting.ELASTICSEARCH_HEAP, 256, 31_744);
    between(Setting.FLINK_PARALLELISM, 1, 1_000);
    between(Setting.FLINK_FILES_PARALLELISM, 1, 1_000);
    between(Setting.FLINK_CHECKPOINTS, 1, 3_600);
    between(Setting.API_PORT, 0, 65_535);
    address(Setting.ELASTICSEARCH_URL);
    address(Setting.FLINK_URL);
    if (!FIELD_CIPHERS.contains(get(Setting.FIELDS_CIPHER))) {
      throw wrong(Setting.FIELDS_CIPHER, String.join(" or ", FIELD_CIPHERS));
    }
    if (get(Setting.DATA).isEmpty()) {
      throw wrong(Setting.DATA, "a folder");
    }
  }

  private void between(Setting setting, int min, int max) throws SettingsException {
    String text = get(setting);
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
      throw wrong(setting, "a whole number from %d to %d".formatted(min, max));
    }
  }

  private void address(Setting setting) throws SettingsException {
    if (has(setting) && !get(setting).matches("https?://[^/\\s]+/?")) {
      throw wrong(setting, "an address such as http://search.example.org:9200");
    }
  }

  private SettingsException wrong(Setting setting, String allowed) {
    Value value = values.get(setting);
    String source = value == null ? setting.key() : value.source();
    return new SettingsException(source, "'" + get(setting) + "'", allowed);
  }

  private static String names() {
    return Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining(", "));
  }
}
