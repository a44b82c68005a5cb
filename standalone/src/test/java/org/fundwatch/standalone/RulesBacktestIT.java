package org.fundwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesBacktestIT {

  private static final String RX01 = "rules/clinical/RX01-sex-limit/rule.yaml";
  private static final String PH01 = "rules/pharmacy/PH01-trace-code-elsewhere/rule.yaml";

  @TempDir private Path folder;

  @Test
  void change_ofTwoRules_isReportedInAllForms() throws IOException {
    Path world = folder.resolve("world");
    Path rules = folder.resolve("rules");
    Cli.run("simulate", "--persons", "2000", "--fraud-scale", "40", "--out", world.toString());
    Cli.run("rules", "export", rules.toString());
    replace(rules.resolve(RX01), "amount: ", "amount: 2 * ");
    replace(rules.resolve(PH01), "status: active", "status: shadow");

    Cli cli =
        Cli.run(
            folder.resolve("data"),
            "rules",
            "backtest",
            "--rules",
            rules.toString(),
            "--history",
            world.resolve("events.jsonl").toString(),
            "--outcomes",
            world.resolve("truth.jsonl").toString(),
            "--json",
            folder.resolve("report.json").toString(),
            "--html",
            folder.resolve("report.html").toString());

    assertThat(cli.code()).as(cli.err()).isZero();
    JsonNode report = new JsonMapper().readTree(folder.resolve("report.json").toFile());
    JsonNode doubled = row(report, "RX01-sex-limit");
    assertThat(doubled.at("/changed/count").asLong()).isPositive();
    assertThat(doubled.at("/after/fen").asLong()).isEqualTo(2 * doubled.at("/before/fen").asLong());
    assertThat(doubled.at("/after/confirmed").asLong()).isPositive();
    JsonNode silent = row(report, "PH01-trace-code-elsewhere");
    assertThat(silent.at("/dropped/count").asLong())
        .isEqualTo(silent.at("/before/count").asLong())
        .isPositive();
    assertThat(silent.at("/after/count").asLong()).isZero();
    assertThat(
            StreamSupport.stream(report.path("byRule").spliterator(), false)
                .mapToLong(row -> row.at("/added/count").asLong())
                .sum())
        .isZero();
    assertThat(cli.out()).contains("PH01-trace-code-elsewhere: no longer judges");
    assertThat(folder.resolve("report.html")).content().contains("<svg", "RX01-sex-limit");
    try (Stream<Path> left = Files.list(folder.resolve("data"))) {
      assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith("backtest"));
    }
  }

  private static JsonNode row(JsonNode report, String rule) {
    return StreamSupport.stream(report.path("byRule").spliterator(), false)
        .filter(row -> row.path("key").asText().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static void replace(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }
}
