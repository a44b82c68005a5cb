package org.fundwatch.rules.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseImportTest {

  private static final LocalDate FIRST = LocalDate.parse("2025-05-23");
  private static final LocalDate SECOND = LocalDate.parse("2026-03-03");
  private static final String SERVICE = "009900000010000";

  @TempDir Path folder;

  @Test
  void add_release_givesALibraryWithoutMistakesThatJudgesWithIt() throws Exception {
    ReleaseImport intake = new ReleaseImport(library("fires"));

    intake.add(sexes("女"), new TableUpdate.Terms("性别", FIRST, ""));

    assertThat(RuleLibrary.lint(intake.library())).isEmpty();
    assertThat(failures(library("fires"))).isNotEmpty();
    assertThat(failures(intake.library())).isEmpty();
  }

  @Test
  void add_nextVersion_holdsFromItsDayOn() throws Exception {
    ReleaseImport intake = new ReleaseImport(library("fires"));
    intake.add(sexes("女"), new TableUpdate.Terms("性别", FIRST, ""));
    intake.add(sexes("男"), new TableUpdate.Terms("性别", SECOND, ""));

    // The service was on the day before.
    assertThat(failures(intake.library())).isEmpty();

    ReleaseImport earlier = new ReleaseImport(library("quiet"));
    earlier.add(sexes("女"), new TableUpdate.Terms("性别", FIRST, ""));
    earlier.add(sexes("男"), new TableUpdate.Terms("性别", SECOND.minusDays(1), ""));

    assertThat(failures(earlier.library())).isEmpty();
  }

  @Test
  void add_versionThatSaysNothingMoreOfATable_endsItsRows() throws Exception {
    ReleaseImport intake = new ReleaseImport(library("quiet"));
    intake.add(sexes("女"), new TableUpdate.Terms("性别", FIRST, ""));

    intake.add(
        new Release("b.xlsx", 0, 0, List.of(), List.of()), new TableUpdate.Terms("性别", SECOND, ""));

    assertThat(intake.library().files().get("knowledge/sex-limits.csv"))
        .contains(SERVICE + ",F,甲术,2025-05-23,2026-03-02,,性别: 限定性别!2");
  }

  @Test
  void unused_tableThatNoRuleLooksInto_isNamed() throws Exception {
    ReleaseImport intake = new ReleaseImport(library("quiet"));
    intake.add(sexes("女"), new TableUpdate.Terms("性别", FIRST, ""));
    byte[] hours =
        new Books()
            .sheet(
                "重复收费",
                List.of("频度|主项名称|主项编码|从项名称|从项编码", "6小时|甲|001103000010000|乙|003112010260000"))
            .bytes();

    intake.add(ReleaseReader.read("a.xlsx", hours), new TableUpdate.Terms("重复", FIRST, ""));

    assertThat(intake.unused()).containsExactly("duplicate-charges-per-hours");
    assertThat(RuleLibrary.lint(intake.library())).isEmpty();
  }

  @Test
  void add_registryAgain_takesThePlaceOfTheLastAndOfInventedRows() throws Exception {
    ReleaseImport intake = new ReleaseImport(library("quiet"));

    for (String day : List.of("2026-01-01", "2026-01-02")) {
      byte[] csv = ("person,since\nP0001," + day + "\n").getBytes(StandardCharsets.UTF_8);
      intake.add(
          Registry.DEATHS,
          RegistryReader.read(Registry.DEATHS, "d.csv", csv, number -> "TOKEN"),
          new TableUpdate.Terms("deaths", FIRST, ""));
    }

    assertThat(intake.library().files().get("knowledge/person-status.csv"))
        .isEqualTo(
            """
            person,status,since,until,note,from,to,region,source
            TOKEN,deceased,2026-01-02,,,,,,deaths: d.csv row 2
            """);
  }

  @Test
  void compare_releasesTablesAndFolders_tellsTheSame() throws Exception {
    Path old = Files.write(folder.resolve("old.xlsx"), sexBook("女"));
    Path is = Files.write(folder.resolve("new.xlsx"), sexBook("男"));
    Path tables = Files.createDirectories(folder.resolve("a/knowledge"));
    Files.writeString(
        tables.resolve("sex-limits.csv"),
        "item,sex,name,from,to,region,source\n" + SERVICE + ",F,甲术,,,,x\n");

    assertThat(told(old, is)).containsExactly("~ " + SERVICE + ": sex: F -> M");
    assertThat(told(folder.resolve("a"), is)).containsExactly("~ " + SERVICE + ": sex: F -> M");
    assertThat(told(tables.resolve("sex-limits.csv"), old)).isEmpty();
  }

  private static List<String> told(Path before, Path after) throws Exception {
    return KnowledgeFiles.compare(before, after).stream()
        .flatMap(difference -> difference.changes().stream())
        .map(Object::toString)
        .toList();
  }

  private static Release sexes(String sex) throws ReleaseException {
    return ReleaseReader.read("性别.xlsx", sexBook(sex));
  }

  private static byte[] sexBook(String sex) {
    return new Books()
        .sheet("限定性别", List.of("项目名称|国标代码|限定性别", "甲术|" + SERVICE + "|" + sex))
        .bytes();
  }

  private static List<String> failures(RuleBundle library) throws Exception {
    return RuleLibrary.test(library).stream()
        .flatMap(result -> result.problems().stream())
        .toList();
  }

  // The built-in rule on sexes with one case: a man is charged what the release limits to women.
  private static RuleBundle library(String expected) {
    RuleBundle builtIn = RuleBundle.builtIn();
    String rule = "rules/clinical/RX01-sex-limit/";
    return RuleBundle.of(
        Map.of(
            rule + "rule.yaml",
            builtIn.files().get(rule + "rule.yaml"),
            rule + "cases.yaml",
            """
            cases:
              - name: a man with what is for women
                because: the release limits it
                person: {sex: M, born: 1960-05-17}
                visits: [{id: V, at: 2026-03-02T10:00, total: 80, fund: 50.00, lines: [%s at 80]}]
                expect: %s
            """
                .formatted(SERVICE, expected),
            "knowledge/sex-limits.csv",
            "item,sex,name,from,to,region,source\n",
            "knowledge/person-status.csv",
            "person,status,since,until,note,from,to,region,source\nTX,deceased,,,,,,,ours: x\n"));
  }
}
