package org.fundwatch.alertapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API's shape is what docs/openapi.json says. */
final class OpenApiIT {
  private static final Path COMMITTED = Path.of("..", "docs", "openapi.json");
  private static final Path ACTUAL = Path.of("target", "openapi.json");

  @RegisterExtension static final ServiceExtension SERVICE = new ServiceExtension();

  @Test
  void document_served_isTheCommittedOne() throws IOException {
    var served = SERVICE.as("inspector").get("/v3/api-docs").text() + "\n";
    Files.writeString(ACTUAL, served);

    assertThat(served)
        .as("docs/openapi.json is outdated; if the change is wanted: cp %s docs/", ACTUAL)
        .isEqualTo(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "");
  }

  @Test
  void page_swagger_isThere() {
    assertThat(SERVICE.as("inspector").get("/swagger-ui/index.html").text())
        .contains("swagger-ui-bundle.js");
  }
}
