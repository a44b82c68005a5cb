package org.fundwatch.benchmarks.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The short form of {@code ./fundwatch benchmark kills}: each part once, checkpoint and bulk too.
 */
class KillsIT {

  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    // Not @TempDir: as root the search node runs under another account, which must be let in.
    folder = Files.createTempDirectory("fundwatch-kills-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @AfterEach
  void clean() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void alerts_afterEachPartWasKilled_areThoseOfTheBatch() throws Exception {
    StringWriter told = new StringWriter();
    KillsPlan plan = new KillsPlan(5, 20, 2, 3, KillsPlan.Fault.NONE);
    List<Strike> strikes =
        List.of(
            Strike.JOB_IN_CHECKPOINT,
            Strike.API_IN_BULK,
            Strike.BROKER,
            Strike.JOB,
            Strike.SEARCH_IN_BULK);

    KillsFigures figures =
        new KillsBenchmark(
                plan, folder, Clock.system(ShanghaiTime.ZONE), new PrintWriter(told, true))
            .run(strikes);

    assertThat(figures.recoveries()).as(told.toString()).hasSameSizeAs(strikes);
    assertThat(figures.index().expected()).as("alerts that can be lost").isGreaterThan(20);
    assertThat(figures.passed()).as(figures.text()).isTrue();
  }
}
