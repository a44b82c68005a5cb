package org.fundwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ConfigTest {
  private static final Path HOME = Path.of("/srv/fundwatch");
  private static final ElasticsearchConfig SEARCH =
      ElasticsearchConfig.in(HOME.resolve("install"), HOME.resolve("数据, \"1\""));

  @Test
  void brokerConfig_wrongValues_areNamed() {
    assertThatThrownBy(() -> BrokerConfig.in(HOME).withPort(-1))
        .hasMessage("port: -1; allowed are 0 (any free one) to 65535");
    assertThatThrownBy(() -> BrokerConfig.in(Path.of("/srv/a,b")))
        .hasMessage(
            "directory: '/srv/a,b' has a comma, which Kafka takes for a list; choose a path without one");
    assertThatThrownBy(() -> TopicSpec.of("alerts", 0))
        .hasMessage("topic alerts: 0 partitions; allowed are 1 or more");
  }

  @Test
  void brokerProperties_callersSettings_win() {
    var config = BrokerConfig.in(HOME).withSetting("num.io.threads", "8");

    var properties = BrokerProperties.of(config, HOME.resolve("topics"), 9092, 9093);

    assertThat(properties)
        .containsEntry("num.io.threads", "8")
        .containsEntry("listeners", "PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093")
        .containsEntry("log.retention.ms", "-1")
        .containsEntry("auto.create.topics.enable", "false");
  }

  @Test
  void searchConfig_wrongValues_areNamed() {
    assertThatThrownBy(() -> SEARCH.withHeapMegabytes(100))
        .hasMessage("heapMegabytes: 100; allowed are 256 or more");
    assertThatThrownBy(() -> SEARCH.withPort(70_000))
        .hasMessage("port: 70000; allowed are 0 (any free one) to 65535");
    assertThatThrownBy(() -> ElasticsearchConfig.in(HOME, HOME))
        .hasMessage(
            "dataDirectory: the same as installDirectory (/srv/fundwatch); give two folders");
  }

  @Test
  void nodeSettings_yaml_quotesPathsAndTakesCallersSettings() {
    var config = SEARCH.withPort(9200).withSetting("cluster.name", "demo");

    var yaml = NodeSettings.yaml(config, new NodeFolder(config.dataDirectory()));

    assertThat(yaml)
        .startsWith("path.data: [\"/srv/fundwatch/数据, \\\"1\\\"/data\"]\n")
        .contains("\nhttp.port: \"9200\"\n")
        .contains("\nnetwork.host: \"127.0.0.1\"\n")
        .contains("cluster.name: \"demo\"\n")
        .doesNotContain("cluster.name: \"fundwatch\"");
  }

  @Test
  void nodeSettings_valueOfTwoLines_isRefused() {
    var config = SEARCH.withSetting("node.attr.place", "a\nb: c");

    assertThatThrownBy(() -> NodeSettings.yaml(config, new NodeFolder(HOME)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Elasticsearch setting 'a\nb: c': has a control character; give one line of text");
  }

  @Test
  void memory_tooLittle_saysHowMuchIsNeeded() {
    Memory.require(512, 768);

    assertThatThrownBy(() -> Memory.require(512, 767))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessage(
            "memory (Elasticsearch): 767 MB available; a heap of 512 MB needs 768 MB: close other programs or give a smaller heap (256 MB or more)");
  }
}
