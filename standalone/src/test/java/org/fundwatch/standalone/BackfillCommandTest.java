package org.fundwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fundwatch.standalone.house.BackfillFolder;
import org.fundwatch.standalone.house.HouseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackfillCommandTest {

  @TempDir private Path data;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.jsonl --from 2026-01-01",
        "--to 2026-01-01",
        "--from 2026-02-01 --to 2026-01-31"
      })
  void backfill_ofNothingOrTwoThings_saysWhatToGive(String words) {
    Cli cli = Cli.run(data, ("backfill " + words).strip().split(" "));

    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err())
        .startsWith("What to judge: either FILE..., or --from DAY and perhaps --to DAY");
  }

  @Test
  void backfill_nothingRuns_saysHowToStartIt() {
    Cli cli = Cli.run(data, "backfill", "a.jsonl");

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err())
        .contains("Kafka: nothing runs on " + data, "./fundwatch up")
        .hasLineCount(1);
  }

  @Test
  void folder_isForOneRunAndEmptiedOfWhatAKilledOneLeft() throws Exception {
    Path left = data.resolve("backfill/.judge-1/flink/spill");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "left");

    try (BackfillFolder folder = BackfillFolder.open(data)) {
      assertThat(data.resolve("backfill")).isEmptyDirectory();
      Files.writeString(folder.alerts(), "{}");
      assertThatThrownBy(() -> BackfillFolder.open(data))
          .isInstanceOf(HouseException.class)
          .hasMessageEndingWith("another backfill runs; wait for its end");
      assertThat(folder.alerts()).as("the other has not touched it").exists();
    }

    assertThat(data.resolve("backfill")).doesNotExist();
  }
}
