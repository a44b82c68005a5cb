package org.fundwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fundwatch.rules.RuleBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesImportTest {

  private static final String TABLE = "knowledge/sex-limits.csv";

  @TempDir Path folder;
  private Path library = Path.of("");

  // One rule and its table: the whole library would be compiled anew by every command.
  @BeforeEach
  void library() throws IOException {
    library = folder.resolve("library");
    for (Map.Entry<String, String> file : RuleBundle.builtIn().files().entrySet()) {
      if (file.getKey()
          .matches("rules/clinical/RX01-.*|knowledge/(sex-limits|person-status).csv")) {
        Path target = library.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
    }
  }

  @Test
  void import_release_writesTheTableAndTellsTheDifference() throws IOException {
    Path first = release("sexes.csv", "甲术,009900000010000,女\n乙术,009900000020000,男\n");
    Path second = release("sexes-2.csv", "甲术,009900000010000,男\n");

    Cli one = rules(first, "2025-05-23", "--release", "sexes");
    Cli two = rules(second, "2026-01-01", "--release", "sexes");

    assertThat(one.err()).isEmpty();
    assertThat(one.code()).isZero();
    assertThat(one.out())
        .isEqualToNormalizingNewlines(
            """
            %s: 2 rows read, 2 understood, 0 refused
            sex-limits: 2 added, 0 removed, 0 changed
              + 009900000010000: sex=F, name=甲术
              + 009900000020000: sex=M, name=乙术
            written to %s
            """
                .formatted(first, library));
    assertThat(two.out())
        .contains("  ~ 009900000010000: sex: F -> M\n  - 009900000020000: sex=M, name=乙术\n");
    assertThat(Files.readString(library.resolve(TABLE)))
        .endsWith(
            """
            009900000010000,F,甲术,2025-05-23,2025-12-31,,sexes: sexes.csv!2
            009900000020000,M,乙术,2025-05-23,2025-12-31,,sexes: sexes.csv!3
            009900000010000,M,甲术,2026-01-01,,,sexes: sexes-2.csv!2
            """);
    assertThat(Cli.run("rules", "lint", library.toString()).out()).isEqualTo("no mistakes\n");
    assertThat(leftOvers()).isEmpty();
  }

  @Test
  void import_rowsNotUnderstood_writesOnlyWhereAccepted() throws IOException {
    String before = Files.readString(library.resolve(TABLE));
    Path file = release("sexes.csv", "甲术,009900000010000,女\n乙术,009900000020000,不限\n");

    Cli refused = rules(file, "2025-05-23");
    String unchanged = Files.readString(library.resolve(TABLE));
    Cli accepted = rules(file, "2025-05-23", "--accept-partial");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out())
        .contains("refused: sexes.csv: sexes.csv!3: sex '不限'; 男 or 女\n")
        .doesNotContain("written to");
    assertThat(refused.err())
        .isEqualToNormalizingNewlines(
            "fundwatch rules import: 1 rows not understood, nothing written; --accept-partial loads"
                + " the others\n");
    assertThat(unchanged).isEqualTo(before);
    assertThat(accepted.code()).isEqualTo(3);
    assertThat(Files.readString(library.resolve(TABLE)))
        .isEqualTo(before + "009900000010000,F,甲术,2025-05-23,,,sexes: sexes.csv!2\n");
  }

  @Test
  void import_dryRun_writesNothing() throws IOException {
    String before = Files.readString(library.resolve(TABLE));

    Cli cli = rules(release("sexes.csv", "甲术,009900000010000,女\n"), "2025-05-23", "--dry-run");

    assertThat(cli.code()).isZero();
    assertThat(cli.out()).contains("1 added").endsWith("nothing written: --dry-run\n");
    assertThat(Files.readString(library.resolve(TABLE))).isEqualTo(before);
  }

  @Test
  void import_registryOfDeaths_keepsTokensAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("d.csv"), "psn_no,死亡日期\n900000001,2026-03-05\n");

    Cli cli = rules(file, "2026-03-06", "--registry", "deaths");

    String table = Files.readString(library.resolve("knowledge/person-status.csv"));
    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isZero();
    assertThat(table)
        .matches("(?s).*\nT[0-9a-f]{32},deceased,2026-03-05,,,,,,deaths: d.csv row 2\n")
        .doesNotContain("900000001");
    assertThat(cli.out()).doesNotContain("900000001");
    assertThat(Cli.run("rules", "lint", library.toString()).code()).isZero();
  }

  @Test
  void import_calledWrongly_saysWhatIsAllowed() throws IOException {
    Path file = release("sexes.csv", "甲术,009900000010000,女\n");

    assertThat(rules(file, "2025-05-23", "--registry", "beds"))
        .satisfies(cli -> assertThat(cli.code()).isEqualTo(2))
        .satisfies(
            cli ->
                assertThat(cli.err())
                    .startsWith(
                        "--registry: 'beds'; institutions, doctors, person-status, deaths, holidays, mcc,"));
    assertThat(rules(file, "2025-05-23", "--region", "Jiangsu").err())
        .startsWith("--region: 'Jiangsu'; up to 6 digits");
    assertThat(rules(file, "soon").err()).contains("'soon'").contains("--from");
    assertThat(rules(folder.resolve("no.xlsx"), "2025-05-23").err())
        .isEqualToNormalizingNewlines(
            "fundwatch rules import: " + folder.resolve("no.xlsx") + ": not found\n");
    Path none = Files.writeString(folder.resolve("none.csv"), "a,b\n1,2\n");
    assertThat(rules(none, "2025-05-23").err())
        .isEqualToNormalizingNewlines(
            "fundwatch rules import: none.csv: no header recognised; one that names items, their"
                + " codes and what limits them\n");
  }

  @Test
  void diff_tables_listsOldAndNewCells() throws IOException {
    Path old = release("old.csv", "甲术,009900000010000,女\n");
    Path is = release("new.csv", "甲术,009900000010000,男\n乙术,009900000020000,男\n");

    assertThat(Cli.run("rules", "knowledge", "diff", old.toString(), is.toString()))
        .isEqualTo(
            new Cli(
                0,
                """
                sex-limits: 1 added, 0 removed, 1 changed
                  ~ 009900000010000: sex: F -> M
                  + 009900000020000: sex=M, name=乙术
                """,
                ""));
    assertThat(Cli.run("rules", "knowledge", "diff", library.toString(), library.toString()).out())
        .isEqualTo("no difference\n");
    assertThat(Cli.run("rules", "knowledge", "diff", "no", old.toString()).err())
        .isEqualTo("fundwatch rules knowledge diff: no: not found\n");
  }

  private Path release(String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), "项目名称,国标代码,限定性别\n" + rows);
  }

  private Cli rules(Path file, String from, String... more) {
    Stream<String> words =
        Stream.concat(
            Stream.of(
                "rules", "import", file.toString(), "--to", library.toString(), "--from", from),
            Stream.of(more));
    return Cli.run(folder.resolve("data"), words.toArray(String[]::new));
  }

  private List<Path> leftOvers() throws IOException {
    try (Stream<Path> files = Files.list(library.resolve("knowledge"))) {
      return files.filter(path -> path.toString().endsWith(".new")).toList();
    }
  }
}
