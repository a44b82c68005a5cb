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
            "backfill",
            "simulate",
            "train",
            "rules",
            "baselines",
            "topics",
            "dead-letters",
            "users",
            "journal",
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
        "backfill",
        "simulate",
        "train",
        "rules",
        "baselines",
        "topics",
        "users",
        "dead-letters",
        "journal"
      })
  void help_ofACommand_saysWhatItDoes(String command) {
    Cli cli = Cli.run(command, "--help");

    assertThat(cli.code()).isZero();
    assertThat(cli.out()).startsWith("Usage: fundwatch " + command).contains("--help");
  }

  @Test
  void users_added_areListed() {
    Cli added =
        Cli.run(folder, "users", "add", "wang", "--roles", "inspector,lead", "--regions", "3201");

    assertThat(added.code()).as(added.err()).isZero();
    assertThat(added.out()).matches("wang \\S{16} +\\(shown this once; .*\\)\\R");
    String password = added.out().split(" ", -1)[1];
    Cli listed = Cli.run(folder, "users", "list");
    assertThat(listed.out()).containsPattern("wang +inspector,lead +3201").doesNotContain(password);
    Cli unknown = Cli.run(folder, "users", "passwd", "li");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err())
        .isEqualToNormalizingNewlines(
            "fundwatch users passwd: user 'li': unknown; there are wang\n");
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
  void show_aRule_showsAllOfIt() {
    Cli cli = Cli.run("rules", "show", "FE06-daily-frequency");

    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out())
        .startsWith("FE06-daily-frequency, version ")
        .contains("医疗服务项目限定频次 / Item charged more often than a day allows")
        .contains("GZ10000102014000", "param.edge", "(proposal)", "condition", "unless ");
  }

  @Test
  void show_aMisspeltRule_suggestsTheRightOne() {
    Cli cli = Cli.run("rules", "show", "FE06-daily-frequncy");

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .isEqualToNormalizingNewlines(
            "fundwatch rules show: rule 'FE06-daily-frequncy': unknown;"
                + " did you mean 'FE06-daily-frequency'? all of them: ./fundwatch rules list\n");
  }

  @Test
  void explain_aCase_tellsEachStep() {
    Cli cli = Cli.run("rules", "explain", "IP01-split-admission", "--case", "another institution");

    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out())
        .startsWith("IP01-split-admission: subjects: 1, fires on: 0")
        .contains("yes   status is active")
        .contains("no    pair.same_institution")
        .contains("=> stays quiet");
  }

  @Test
  void explain_aFileThatIsNone_oneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("e.jsonl"), "{}\n");

    Cli cli = Cli.run("rules", "explain", "IP01-split-admission", "--event", file.toString());

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err()).startsWith("fundwatch rules explain: " + file + ":1: ");
  }

  @Test
  void lock_ofAChangedRule_asksForAVersion() throws IOException {
    Cli.run("rules", "export", folder.resolve("lib").toString());
    assertThat(Cli.run("rules", "lock", folder.resolve("lib").toString()).code()).isZero();
    Path rule = folder.resolve("lib/rules/clinical/RX01-sex-limit/rule.yaml");
    Files.writeString(
        rule, Files.readString(rule).replace("outcome: violation", "outcome: suspicion"));

    Cli cli = Cli.run("rules", "lock", folder.resolve("lib").toString());

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).startsWith("RX01-sex-limit: changed, still version ");
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

  @ParameterizedTest
  @ValueSource(strings = {"--partitions", "--replicas"})
  void topics_fewerThanOne_areRefused(String option) {
    Cli cli = Cli.run("topics", "show", option, "0");

    assertThat(cli.code()).isNotZero();
    assertThat(cli.err()).contains(option + " 0: at least 1");
  }
}
