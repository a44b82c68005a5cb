package org.fundwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @TempDir Path folder;

  @Test
  void help_listsEveryCommand() {
    Cli cli = Cli.run("--help");

    assertThat(cli.code()).isZero();
    assertThat(cli.out())
        .contains(
            "demo",
            "up",
            "down",
            "status",
            "serve",
            "ingest",
            "judge",
            "simulate",
            "train",
            "rules",
            "dead-letters",
            "help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "down",
        "status",
        "serve",
        "ingest",
        "judge",
        "simulate",
        "train",
        "rules",
        "dead-letters"
      })
  void help_ofACommand_saysWhatItDoes(String command) {
    Cli cli = Cli.run(command, "--help");

    assertThat(cli.code()).isZero();
    assertThat(cli.out()).startsWith("Usage: fundwatch " + command).contains("--help");
  }

  @Test
  void command_misspelt_suggestsTheRightOne() {
    Cli cli = Cli.run("ingst");

    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err())
        .startsWith("Unmatched argument at index 0: 'ingst'")
        .contains("Did you mean: fundwatch ingest");
  }

  @Test
  void option_misspelt_suggestsTheRightOne() {
    Cli cli = Cli.run("simulate", "--person", "5", "--out", "x");

    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith("Unknown option").contains("Possible solutions: --persons");
  }

  @Test
  void simulate_tooFewPeople_oneLine() {
    Cli cli = Cli.run("simulate", "--persons", "5", "--out", folder.toString());

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .isEqualToNormalizingNewlines("fundwatch simulate: persons: 5; at least 2000\n");
  }

  @Test
  void backtest_minutesThatCannotBe_oneLine() {
    Cli cli =
        Cli.run(
            folder, "rules", "backtest", "--rules", "x", "--history", "y", "--minutes", "alert=5");

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .isEqualToNormalizingNewlines(
            "fundwatch rules backtest: minutes: 'alert=5';"
                + " statistic=..., suspicion=..., violation=<whole number>\n");
  }

  @Test
  void coverage_countsBothEditionsAndTheCatalogue() {
    Cli cli = Cli.run("rules", "coverage");

    assertThat(cli.code()).isZero();
    assertThat(cli.out())
        .containsPattern("framework 1.0: +\\d+ of 79 rules active")
        .containsPattern("framework 2025: +\\d+ of 88 rules active")
        .containsPattern("catalogue: +\\d+ of 112 rules active")
        .containsPattern("data gates: +\\d+ of 8 active");
  }

  @Test
  void ingest_nothingRuns_saysHowToStart() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{}\n");

    Cli cli = Cli.run(folder, "ingest", file.toString());

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .isEqualToNormalizingNewlines(
            "fundwatch ingest: Kafka: nothing runs on %s; start it with ./fundwatch up, or name"
                    .formatted(folder)
                + " brokers with --kafka\n");
  }

  @Test
  void ingest_noSuchFile_oneLine() {
    Cli cli = Cli.run(folder, "ingest", folder.resolve("no.jsonl").toString());

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .isEqualToNormalizingNewlines(
            "fundwatch ingest: " + folder.resolve("no.jsonl") + ": not found\n");
  }

  @Test
  void ingest_formatThatCannotBe_oneLine() {
    Cli cli = Cli.run(folder, "ingest", "--format", "json", folder.toString());

    assertThat(cli.err())
        .isEqualToNormalizingNewlines(
            "fundwatch ingest: " + folder + ": a folder; a file (format json)\n");
  }

  @Test
  void ingest_dryRun_convertsAndListsRefusals() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"infno\":\"2207\"}\n");
    Path out = folder.resolve("out.jsonl");

    Cli cli = Cli.run(folder, "ingest", "--dry-run", "--out", out.toString(), file.toString());

    assertThat(cli.code()).isEqualTo(3);
    assertThat(cli.out())
        .contains("refused: " + file + ":1: setlinfo: missing; an object")
        .contains(file + ": 0 events, 1 rows refused, listed in " + folder);
    assertThat(out).isEmptyFile();
  }

  @Test
  void status_nothingRuns_fails() {
    Cli cli = Cli.run(folder, "status");

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).isEqualToNormalizingNewlines("nothing runs on " + folder + "\n");
  }

  @Test
  void down_nothingRuns_isDone() {
    assertThat(Cli.run(folder, "down").code()).isZero();
  }

  @Test
  void settings_wrongValue_namesWhereItIsFrom() throws IOException {
    Path config = Files.writeString(folder.resolve("f.yaml"), "api:\n  port: eighty\n");

    Cli cli = Cli.run(folder, "status", "--config", config.toString());

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .isEqualToNormalizingNewlines(
            "fundwatch status: "
                + config
                + ": api.port: 'eighty'; a whole number from 0 to 65535\n");
  }

  @Test
  void rules_builtIn_areWithoutMistakesAndCanBeExported() {
    Path library = folder.resolve("library");

    assertThat(Cli.run("rules", "lint")).isEqualTo(new Cli(0, "no mistakes" + "\n", ""));
    assertThat(Cli.run("rules", "export", "--any-date", library.toString()).code()).isZero();
    assertThat(Cli.run("rules", "lint", library.toString()).code()).isZero();
    assertThat(Cli.run("rules", "export", library.toString()).err())
        .contains("has rules already; an empty or new folder");
  }
}
