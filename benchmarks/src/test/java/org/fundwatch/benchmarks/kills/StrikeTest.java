package org.fundwatch.benchmarks.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrikeTest {

  @TempDir private Path folder;

  @Test
  void strikes_ofASeed_areTheSameAndEveryKindComesAsOften() {
    List<Strike> drawn = Strike.draw(56, new Random(7));

    assertThat(drawn).isEqualTo(Strike.draw(56, new Random(7))).hasSize(56);
    for (Strike strike : Strike.values()) {
      assertThat(Collections.frequency(drawn, strike)).as(strike.words()).isEqualTo(7);
    }
  }

  @Test
  void checkpoint_isUnderWayUntilItsLastFileIsThere() throws Exception {
    CheckpointWatch watch = new CheckpointWatch(folder);
    assertThat(watch.underWay()).as("none yet").isFalse();

    Path first = Files.createDirectories(folder.resolve("checkpoints/job1/chk-9"));
    assertThat(watch.underWay()).isTrue();
    Files.createFile(first.resolve("_metadata"));
    assertThat(watch.underWay()).isFalse();

    Files.createDirectories(folder.resolve("checkpoints/job2/chk-10"));
    assertThat(watch.underWay()).as("10 comes after 9, whichever the job").isTrue();
  }
}
