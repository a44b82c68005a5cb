package org.fundwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fundwatch.rules.RuleBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesCloseTest {

  @TempDir private Path folder;

  @Test
  void month_thatIsNone_isRefused() {
    Cli cli = close("2026-13", folder, "events.jsonl");

    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith("--month: '2026-13'; a month that is over, such as 2026-03");
  }

  @Test
  void month_thatIsNotOver_isRefused() {
    Cli cli = close("2999-01", folder, "events.jsonl");

    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith("--month: 2999-01 is not over on ").contains("; at most ");
  }

  @Test
  void cell_ofOneInstitution_isRefused() {
    Cli cli = close("2026-01", folder, "events.jsonl", "--smallest-cell", "1");

    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith("--smallest-cell: 1; at least 2");
  }

  @Test
  void finestRegion_thatIsNone_isRefused() {
    Cli cli = close("2026-01", folder, "events.jsonl", "--finest", "town");

    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith("--finest: 'town'; everywhere, province, city, county");
  }

  @Test
  void library_withoutTheTables_isRefused() {
    Cli cli = close("2026-01", folder, "events.jsonl");

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .isEqualToIgnoringNewLines(
            "fundwatch baselines close: %s: no such file; a rule library such as ./fundwatch rules"
                    .formatted(folder.resolve("knowledge/peer-baselines.csv"))
                + " export writes it");
  }

  @Test
  void library_withATableOfOtherForm_isRefused() throws IOException {
    library();
    Files.writeString(folder.resolve("knowledge/adrg-baselines.csv"), "adrg,share\n");

    Cli cli = close("2026-01", folder, "events.jsonl");

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .contains(
            "adrg-baselines.csv:1:1: no header of a knowledge table; one closed by"
                + " from,to,region,source");
  }

  @Test
  void history_thatIsNotThere_isRefused() throws IOException {
    library();

    Cli cli = close("2026-01", folder, folder.resolve("events.jsonl").toString());

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .isEqualToIgnoringNewLines(
            "fundwatch baselines close: %s: no such file or folder; a file or folder of events"
                .formatted(folder.resolve("events.jsonl")));
  }

  @Test
  void publishing_whereNothingRuns_isRefusedBeforeTheWork() throws IOException {
    library();

    Cli cli = close("2026-01", folder, "events.jsonl", "--publish");

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err()).contains("Kafka: nothing runs on ").contains("--kafka");
  }

  private void library() throws IOException {
    Files.createDirectories(folder.resolve("knowledge"));
    for (String table : new String[] {"peer-baselines", "adrg-baselines"}) {
      String file = "knowledge/" + table + ".csv";
      Files.writeString(folder.resolve(file), RuleBundle.builtIn().files().get(file));
    }
  }

  private Cli close(String month, Path rules, String history, String... more) {
    String[] words = new String[7 + more.length];
    String[] first = {"baselines", "close", "--month", month, "--rules", rules.toString(), history};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return Cli.run(folder.resolve("data"), words);
  }
}
