package org.fundwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fundwatch.embedded.junit.ElasticsearchExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ElasticsearchNodeIT {
  private static final String FAST = "-XX:TieredStopAtLevel=1";

  @TempDir private Path temp;

  @BeforeEach
  void letTheServerIn() throws Exception {
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @Test
  void start_sameFolderAgainWithOddNames_keepsDocuments() throws Exception {
    var odd = temp.resolve("医保 基金, 100%");
    Files.createDirectory(odd);
    var config =
        ElasticsearchConfig.in(odd.resolve("安装 install"), odd.resolve("数据 data"))
            .withJvmOption(FAST);
    try (var node = ElasticsearchNode.start(config)) {
      Http.put(node, "/alerts/_doc/1?refresh=true", "{\"why\":\"重复收费\"}");
      assertThat(Http.get(node, "/alerts/_search?q=why:收费")).contains("重复收费");
      assertThat(node.dataDirectory()).isEqualTo(odd.resolve("数据 data"));
    }

    var fixedPort = config.withPort(Ports.free());
    try (var node = ElasticsearchNode.start(fixedPort)) {
      assertThat(node.port()).isEqualTo(fixedPort.port());
      assertThat(Http.get(node, "/alerts/_doc/1")).contains("重复收费");
      assertThatThrownBy(() -> ElasticsearchNode.start(config))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessage(
              "%s (Elasticsearch): in use by process %d; stop it or choose another folder"
                  .formatted(config.dataDirectory(), ProcessHandle.current().pid()));
    }
  }

  @Test
  void start_afterKilledRun_stopsItsServerAndKeepsDocuments() throws Exception {
    var config = config();
    var killed = NodeRunner.spawn(config.installDirectory(), config.dataDirectory());
    var servers = killed.process().descendants().toList();
    Http.put(killed.url(), "/cases/_doc/7?refresh=true", "{\"state\":\"open\"}");
    killed.process().destroyForcibly().waitFor();
    assertThat(servers).isNotEmpty().anyMatch(ProcessHandle::isAlive);

    try (var node = ElasticsearchNode.start(config.withPort(killed.url().getPort()))) {
      assertThat(servers).noneMatch(ProcessHandle::isAlive);
      assertThat(Http.get(node, "/cases/_doc/7")).contains("open");
    }
  }

  @Test
  void start_wrongSetting_reportsTheEndOfTheLogAndLeavesNothing() {
    var config = config().withSetting("no.such.setting", "1");
    long before = children().count();

    assertThatThrownBy(() -> ElasticsearchNode.start(config))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageStartingWith(
            "%s (Elasticsearch): ended with code 1 while starting".formatted(temp.resolve("data")))
        .hasMessageContaining("\nlast lines of ")
        .hasMessageContaining("unknown setting [no.such.setting]");

    await().atMost(10, TimeUnit.SECONDS).until(() -> children().count() == before);
  }

  private ElasticsearchConfig config() {
    return ElasticsearchConfig.in(ElasticsearchExtension.installDirectory(), temp.resolve("data"))
        .withJvmOption(FAST);
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current().descendants();
  }
}
