package org.fundwatch.standalone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path folder;

  @Test
  void gather_nothingSet_presets() throws SettingsException {
    Settings settings = gather(Map.of(), Map.of());

    for (Setting setting : Setting.values()) {
      assertThat(settings.get(setting)).as(setting.key()).isEqualTo(setting.preset());
    }
    assertThat(settings.data().root()).isEqualTo(folder.resolve("data"));
  }

  @Test
  void gather_setEverywhere_optionBeforeEnvironmentBeforeFile() throws Exception {
    file("kafka: {port: 1, servers: 'file:1'}\napi.port: 3\n");

    Settings settings =
        gather(
            Map.of(Setting.API_PORT, "9"),
            Map.of("FUNDWATCH_KAFKA_SERVERS", "env:1", "FUNDWATCH_API_PORT", "8"));

    assertThat(settings.number(Setting.KAFKA_PORT)).isEqualTo(1);
    assertThat(settings.get(Setting.KAFKA_SERVERS)).isEqualTo("env:1");
    assertThat(settings.number(Setting.API_PORT)).isEqualTo(9);
  }

  @Test
  void gather_everySettingByEnvironment_isTaken() throws SettingsException {
    for (Setting setting : Setting.values()) {
      String value =
          setting.preset().matches("\\d+")
              ? "512"
              : setting.key().endsWith("url") ? "http://h:1" : "x";
      if (setting == Setting.KAFKA_REPLICAS) {
        value = "3";
      } else if (setting == Setting.FIELDS_CIPHER) {
        value = "sm4-gcm";
      }
      assertThat(gather(Map.of(), Map.of(setting.variable(), value)).get(setting)).isEqualTo(value);
    }
  }

  @Test
  void gather_unknownName_listsTheKnown() throws IOException {
    file("kafka: {prot: 1}\n");

    assertThatThrownBy(() -> gather(Map.of(), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            folder.resolve("fundwatch.yaml")
                + ": unknown setting 'kafka.prot'; one of data, kafka.servers, kafka.port,"
                + " kafka.partitions, kafka.replicas, elasticsearch.url, elasticsearch.port,"
                + " elasticsearch.heap-mb, flink.rest-url, flink.parallelism,"
                + " flink.files-parallelism, flink.checkpoint-seconds, rules, models, api.port, fields.cipher");
  }

  @Test
  void gather_noYaml_saysWhere() throws IOException {
    file("kafka: {port: 1\n");

    assertThatThrownBy(() -> gather(Map.of(), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(folder.resolve("fundwatch.yaml") + ":2: ")
        .hasMessageEndingWith("; YAML");
  }

  @Test
  void gather_wrongAddress_saysWhatIsAllowed() {
    assertThatThrownBy(() -> gather(Map.of(), Map.of("FUNDWATCH_ELASTICSEARCH_URL", "search:9200")))
        .hasMessage(
            "FUNDWATCH_ELASTICSEARCH_URL: 'search:9200'; an address such as"
                + " http://search.example.org:9200");
  }

  @Test
  void gather_unknownCipher_saysWhichThereAre() {
    assertThatThrownBy(() -> gather(Map.of(), Map.of("FUNDWATCH_FIELDS_CIPHER", "des")))
        .hasMessage("FUNDWATCH_FIELDS_CIPHER: 'des'; aes-gcm or sm4-gcm");
  }

  private Settings gather(Map<Setting, String> options, Map<String, String> environment)
      throws SettingsException {
    return Settings.gather(folder, options, environment, folder.resolve("fundwatch.yaml"), false);
  }

  private void file(String text) throws IOException {
    Files.writeString(folder.resolve("fundwatch.yaml"), text);
  }
}
