package org.fundwatch.notebooks.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {

  @TempDir private Path folder;

  @Test
  void install_oddPaths_makesASpecThatJupyterReads() throws IOException {
    Path file = KernelSpec.install(folder, "/opt/j dk/java", "/数据/\"a\".jar:b.jar");

    assertThat(file).isEqualTo(folder.resolve("kernels/fundwatch-java/kernel.json"));
    JsonNode spec = new ObjectMapper().readTree(file.toFile());
    assertThat(spec.at("/argv/0").asText()).isEqualTo("/opt/j dk/java");
    assertThat(spec.at("/argv/5").asText()).isEqualTo("/数据/\"a\".jar:b.jar");
    assertThat(spec.at("/argv/7").asText()).isEqualTo("{connection_file}");
    assertThat(spec.path("language").asText()).isEqualTo("java");
  }
}
