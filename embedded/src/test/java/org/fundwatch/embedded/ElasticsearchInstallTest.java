package org.fundwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ElasticsearchInstallTest {
  private static final String HOME = "elasticsearch-" + ElasticsearchZip.version();

  @TempDir private Path temp;
  private Path folder;
  private Path zip;

  @BeforeEach
  void prepare() throws IOException {
    folder = Files.createDirectory(temp.resolve("install"));
    zip = temp.resolve("server.zip");
    write(zip, Map.of(HOME + "/bin/elasticsearch", "#!/bin/bash", HOME + "/lib/a.jar", "content"));
  }

  @Test
  void ensure_newFolder_unpacksWithModes() {
    var home = ElasticsearchInstall.ensure(folder, Optional.of(zip));

    assertThat(home).isEqualTo(folder.resolve(HOME));
    assertThat(home.resolve("lib/a.jar")).hasContent("content").isReadable();
    assertThat(home.resolve("bin/elasticsearch")).isExecutable();
    assertThat(folder).isDirectoryNotContaining("glob:**/.unpacking-*");
  }

  @Test
  void ensure_interruptedBefore_removesTheLeftoverAndUnpacks() throws IOException {
    var leftover = Files.createDirectories(folder.resolve(".unpacking-123").resolve(HOME));
    Files.writeString(leftover.resolve("half"), "half");

    var home = ElasticsearchInstall.ensure(folder, Optional.of(zip));

    assertThat(leftover).doesNotExist();
    assertThat(home.resolve("lib/a.jar")).hasContent("content");
  }

  @Test
  void ensure_fileCutShort_unpacksAgain() throws IOException {
    var home = ElasticsearchInstall.ensure(folder, Optional.of(zip));
    Files.writeString(home.resolve("lib/a.jar"), "con");

    ElasticsearchInstall.ensure(folder, Optional.of(zip));

    assertThat(home.resolve("lib/a.jar")).hasContent("content");
  }

  @Test
  void ensure_complete_staysUntouched() throws IOException {
    var home = ElasticsearchInstall.ensure(folder, Optional.of(zip));
    var own = Files.writeString(home.resolve("mark"), "still the same folder");

    ElasticsearchInstall.ensure(folder, Optional.of(zip));
    ElasticsearchInstall.ensure(folder, Optional.empty());

    assertThat(own).exists();
  }

  @Test
  void ensure_brokenZip_namesItAndLeavesNothing() throws IOException {
    Files.writeString(zip, "cut off download");

    assertThatThrownBy(() -> ElasticsearchInstall.ensure(folder, Optional.of(zip)))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageStartingWith(folder + " (Elasticsearch): cannot be unpacked (")
        .hasMessageContaining(zip.toString());
    assertThat(folder.resolve(HOME)).doesNotExist();
  }

  @Test
  void ensure_entryOutside_isRefused() throws IOException {
    write(zip, Map.of("../../evil", "x"));

    assertThatThrownBy(() -> ElasticsearchInstall.ensure(folder, Optional.of(zip)))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("entry '../../evil' points outside the archive");
    assertThat(temp.resolve("evil")).doesNotExist();
  }

  private static void write(Path zip, Map<String, String> entries) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (var entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
