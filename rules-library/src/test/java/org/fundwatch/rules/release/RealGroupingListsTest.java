package org.fundwatch.rules.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.RuleLibrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The lists of CHS-DRG 1.1 and one city's weights, every row of them. Skipped where they are not at
 * hand; prints the table of docs/knowledge-import.md.
 */
class RealGroupingListsTest {

  static final Path DATA = Path.of("../../shared/data/chs-drg");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MCC.dat | MCC | 4678 | mcc
          CC.dat | CC | 16568 | cc
          CCE.dat | CC_EXCLUSIONS | 28302 | cc-exclusions
          chs_drg11_groups.csv | DRG_GROUPS | 628 | drg-groups
          drg_weights_2024.csv | DRG_WEIGHTS | 703 | drg-weights
          """)
  void read_realList_everyRow(String file, Registry registry, int rows, String table)
      throws Exception {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), "needs shared/data/chs-drg beside the project");
    ReleaseImport intake = new ReleaseImport(RuleBundle.builtIn());

    long start = System.nanoTime();
    Release list = RegistryReader.read(registry, path, number -> number);
    intake.add(registry, list, new TableUpdate.Terms(table, LocalDate.parse("2024-01-01"), ""));
    long millis = (System.nanoTime() - start) / 1_000_000;

    System.out.printf(
        "%s | %d | %d | %d | %s | %d ms%n",
        file, list.read(), list.understood(), list.refusals().size(), table, millis);
    assertThat(list.refusals()).isEmpty();
    assertThat(list.read()).isEqualTo(rows);
    assertThat(list.entries()).hasSize(rows).allMatch(entry -> entry.table().equals(table));
    assertThat(
            intake
                .library()
                .files()
                .get("knowledge/" + table + ".csv")
                .lines()
                .filter(line -> line.contains(",2024-01-01,,,"))
                .count())
        .isEqualTo(rows);
    assertThat(RuleLibrary.lint(intake.library())).isEmpty();
  }
}
