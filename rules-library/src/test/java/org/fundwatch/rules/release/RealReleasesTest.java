package org.fundwatch.rules.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published releases, every row of them, and again with their columns shuffled. Skipped where
 * they are not at hand; prints the table of docs/knowledge-import.md.
 */
class RealReleasesTest {
  private static final Path DATA = Path.of("../../shared/data/nhsa-knowledge");

  private static Release shuffled(Path path) throws Exception {
    Books books = new Books();
    Random random = new Random(20261122);
    for (Grid grid : GridReader.read("a.xlsx", Files.readAllBytes(path))) {
      books.shuffled(grid, random);
    }
    return ReleaseReader.read(String.valueOf(path.getFileName()), books.bytes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          【第一批】药品规则库(限定年龄对象).xlsx | 4680 | 4680 | 0 | 0 | drug-ages=4398
          【第一批】药品规则库(限定性别对象).xlsx | 6953 | 6953 | 0 | 0 | sex-limits=6472
          【第一批】项目规则库(限定年龄对象).xlsx | 30 | 30 | 0 | 0 | service-ages=30
          【第一批】项目规则库(限定性别对象).xlsx | 390 | 390 | 0 | 0 | sex-limits=390
          【第二批】项目规则库（限定主次操作）.xlsx | 378 | 378 | 0 | 0 | operation-groups=378
          【第四批】药品规则库（限定就医方式）.xlsx | 771 | 771 | 0 | 0 | drug-visit-limits=736
          【第五批】药品规则库（限定机构等级）.xlsx | 1023 | 1005 | 18 | 0 | drug-level-limits=947
          【第六批】药品规则库（限定支付疗程）.xlsx | 1177 | 1177 | 0 | 0 | drug-courses=1147
          【第七批】项目规则库（重复收费）.xlsx | 900 | 900 | 0 | 0 | 'duplicate-charges=446, duplicate-charges-per-hours=25, duplicate-charges-per-visit=429'
          【第八批-1】项目规则库（限定频次）.xlsx | 67 | 67 | 0 | 2 | 'daily-limits=67, hourly-items=33'
          【第八批-2】项目规则库（限定年龄）.xlsx | 1 | 1 | 0 | 0 | service-ages=1
          【第八批-4】项目规则库（限定周期）.xlsx | 14 | 14 | 0 | 0 | period-limits=14
          """)
  void read_realRelease_countsOfRows(
      String file, int read, int understood, int refused, int remarks, String tables)
      throws Exception {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), "needs shared/data/nhsa-knowledge beside the project");

    Release release = ReleaseReader.read(path);

    Map<String, Long> byTable =
        release.entries().stream()
            .collect(Collectors.groupingBy(Entry::table, TreeMap::new, Collectors.counting()));
    System.out.printf(
        "%s | %d | %d | %d | %d | %s%n",
        file,
        release.read(),
        release.understood(),
        release.refusals().size(),
        release.remarks(),
        byTable);
    assertThat(release.read()).isEqualTo(read);
    assertThat(release.understood()).isEqualTo(understood);
    assertThat(release.refusals()).hasSize(refused);
    assertThat(release.remarks()).isEqualTo(remarks);
    assertThat(byTable).hasToString("{" + tables + "}");
    assertThat(shuffled(path).entries()).isEqualTo(release.entries());
  }

  /** What we authored after their kind says the same as they do. */
  @Test
  void import_allReleases_leavesEveryCaseAsItWas() throws Exception {
    assumeTrue(Files.isDirectory(DATA), "needs shared/data/nhsa-knowledge beside the project");
    ReleaseImport intake = new ReleaseImport(RuleBundle.builtIn());
    try (Stream<Path> files = Files.list(DATA)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".xlsx")).sorted().toList()) {
        intake.add(
            ReleaseReader.read(file),
            new TableUpdate.Terms(
                String.valueOf(file.getFileName()), LocalDate.parse("2025-05-23"), ""));
      }
    }

    assertThat(intake.differences()).isNotEmpty();
    assertThat(RuleLibrary.test(intake.library())).filteredOn(result -> !result.passed()).isEmpty();
  }
}
