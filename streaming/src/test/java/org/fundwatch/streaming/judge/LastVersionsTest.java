package org.fundwatch.streaming.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.streaming.job.Desks;
import org.fundwatch.streaming.testing.Line;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.fundwatch.streaming.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastVersionsTest {

  @TempDir private Path folder;

  @Test
  void alerts_moreThanMemoryHolds_areGivenOnceEachByIdInTheirLastVersion() throws Exception {
    List<Alert> versions =
        Line.versions(World.of(42).shuffled(7), new TrivialJudge.Maker(), Desks.RETENTION, 7);
    SortedMap<String, Alert> expected = new TreeMap<>();
    versions.forEach(alert -> expected.put(alert.id(), alert));
    assertThat(versions)
        .as("some alerts have several versions")
        .hasSizeGreaterThan(expected.size());
    List<Alert> backwards = new ArrayList<>(versions);
    Collections.reverse(backwards);

    for (int atOnce : new int[] {1, 3, 1000}) {
      assertThat(sorted(versions, atOnce)).containsExactlyElementsOf(expected.values());
      assertThat(sorted(backwards, atOnce)).containsExactlyElementsOf(expected.values());
    }
  }

  @Test
  void alerts_none_giveNone() throws Exception {
    assertThat(sorted(List.of(), 3)).isEmpty();
  }

  private List<Alert> sorted(List<Alert> alerts, int atOnce) throws Exception {
    LastVersions last = new LastVersions(folder, atOnce);
    for (Alert alert : alerts) {
      last.add(alert);
    }
    List<Alert> given = new ArrayList<>();
    last.forEach(given::add);
    return given;
  }
}
