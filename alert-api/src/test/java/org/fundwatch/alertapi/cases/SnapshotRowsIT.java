package org.fundwatch.alertapi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fundwatch.alertapi.evidence.Digests;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.alertapi.testing.ServiceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an alert rests on stays as it was when the alert came to a case, whatever becomes of it. */
final class SnapshotRowsIT {
  private static final String RULE = "rules/T/IP01-split-admission/rule.yaml";
  private static final String TEXT = "id: IP01-split-admission\nversion: 3\ncondition: a > 1\n";
  private static final Path LIBRARY = library();

  @RegisterExtension
  static final ServiceExtension SERVICE =
      new ServiceExtension().with("fundwatch.rules.folder", LIBRARY.toString());

  @Test
  void rows_stayWhenTheLibraryAndTheAlertChange() throws Exception {
    SERVICE.send(SampleAlert.of(1).alert());
    SERVICE.awaitIndexed();
    var story = CaseStory.open(SERVICE, 1);
    var snapshot = story.detail("lead").at("/events/0/action/snapshots/0/sha256").asText();
    var path = story.path() + "/snapshots/" + snapshot + "/rows";

    var before = SERVICE.as("lead").get(path).json();

    assertThat(before.at("/alertVersion").asInt()).isEqualTo(1);
    assertThat(before.at("/sm3").asText()).hasSize(64);
    assertThat(rows(before, "SETTLEMENT")).hasSize(3);
    assertThat(rows(before, "MODEL").get(0).at("/version").asText()).isEqualTo("v7");
    var rule = rows(before, "RULE").get(0);
    assertThat(rule.at("/reach").asText()).isEqualTo("SAME_VERSION");
    assertThat(rule.at("/text").asText())
        .contains("condition: a > 1", "医疗保障基金使用监督管理条例 第三十八条", "\"version\":3");
    // A rule that no library at hand has: what the alert says of it, and no more.
    var unknown = rows(before, "RULE").get(1);
    assertThat(unknown.at("/id").asText()).isEqualTo("ML02-unusual-stay");
    assertThat(unknown.at("/reach").asText()).isEqualTo("REFERENCE");
    for (var row : before.at("/rows")) {
      if (!row.at("/text").asText().contains("***")) {
        assertThat(Digests.of(row.at("/text").asText()))
            .isEqualTo(new Digests(row.at("/sha256").asText(), row.at("/sm3").asText()));
      }
    }

    SERVICE.restart(() -> write(LIBRARY.resolve(RULE), TEXT.replace("a > 1", "a > 2")));
    SERVICE.send(SampleAlert.of(1).version(2).amountFen(1).alert(), SampleAlert.of(2).alert());
    SERVICE.awaitTotal(2);

    assertThat(SERVICE.as("lead").get(path).json()).isEqualTo(before);
    var export = SERVICE.as("lead").get(story.path() + "/export").json();
    assertThat(export.at("/snapshots/0")).isEqualTo(before);
    var later = CaseStory.open(SERVICE, 2).detail("lead");
    var other =
        SERVICE
            .as("lead")
            .get(
                "/api/v1/cases/%s/snapshots/%s/rows"
                    .formatted(
                        later.at("/file/id").asText(),
                        later.at("/events/0/action/snapshots/0/sha256").asText()))
            .json();
    assertThat(rows(other, "RULE").get(0).at("/text").asText()).contains("condition: a > 2");
    assertThat(SERVICE.as("wuxi").get(path).status()).isEqualTo(404);
    try (var workbook =
        new XSSFWorkbook(
            new ByteArrayInputStream(SERVICE.as("lead").download(story.path() + "/export.xlsx")))) {
      var sheet = workbook.getSheet("证据固定");
      assertThat(sheet.getLastRowNum()).isEqualTo(before.at("/rows").size());
      assertThat(
              IntStream.rangeClosed(1, sheet.getLastRowNum())
                  .mapToObj(row -> sheet.getRow(row).getCell(6).getStringCellValue()))
          .containsExactlyElementsOf(before.at("/rows").findValuesAsText("sha256"));
    }
    assertThat(SERVICE.as("admin").get("/api/v1/journal/verify").json().at("/faultCount").asInt())
        .isZero();
  }

  private static List<JsonNode> rows(JsonNode rows, String kind) {
    return StreamSupport.stream(rows.at("/rows").spliterator(), false)
        .filter(row -> row.at("/kind").asText().equals(kind))
        .toList();
  }

  private static Path library() {
    try {
      var folder = Files.createTempDirectory("library");
      write(folder.resolve(RULE), TEXT);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
