package org.fundwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessRecordTest {
  @TempDir private Path temp;
  private Path file;
  private Process process;

  @BeforeEach
  void start() throws IOException {
    file = temp.resolve("process.pid");
    process = new ProcessBuilder("cat").start(); // waits for input that never comes
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  @Test
  void stopLeftovers_notedProcess_ends() {
    ProcessRecord.write(file, process.toHandle());

    ProcessRecord.stopLeftovers(file);

    assertThat(process.isAlive()).isFalse();
    assertThat(file).doesNotExist();
  }

  @Test
  void stopLeftovers_numberGivenToAnotherProgram_leavesThatAlone() throws IOException {
    Files.writeString(file, process.pid() + " 1000\n");

    ProcessRecord.stopLeftovers(file);

    assertThat(process.isAlive()).isTrue();
    assertThat(file).doesNotExist();
  }

  @Test
  void stopLeftovers_fileCutShort_isIgnored() throws IOException {
    Files.writeString(file, process.pid() + "\nnonsense here\n\n");

    ProcessRecord.stopLeftovers(file);

    assertThat(process.isAlive()).isTrue();
  }
}
