package org.fundwatch.standalone.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseFoundationsTest {

  @TempDir Path folder;

  @Test
  void lock_takenTwice_namesTheOwner() throws HouseException {
    Path file = folder.resolve("data/fundwatch.lock");
    try (FolderLock lock = FolderLock.take(file)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> FolderLock.take(file))
          .hasMessage(
              "%s: in use by process %d; stop it with ./fundwatch down, or take another folder"
                      .formatted(folder.resolve("data"), ProcessHandle.current().pid())
                  + " with --data");
    }
    assertThatCode(() -> FolderLock.take(file).close()).doesNotThrowAnyException();
  }

  @Test
  void running_processGone_countsAsNotRunning() throws IOException {
    Path file = folder.resolve("running.properties");
    ProcessHandle self = ProcessHandle.current();
    long started = self.info().startInstant().orElseThrow().toEpochMilli();
    RunningFile note = new RunningFile(self.pid(), started, "http://p", "b:1", "http://s", "");

    note.write(file);
    assertThat(RunningFile.read(file)).contains(note);

    new RunningFile(self.pid(), started - 60_000, "", "", "", "").write(file);
    assertThat(RunningFile.read(file)).as("the number was given to another program").isEmpty();
    assertThat(RunningFile.read(folder.resolve("none"))).isEmpty();
  }

  @Test
  void secrets_secondOpening_sameKeysAndNoPassword() throws IOException {
    Path secrets = folder.resolve("secrets");
    Secrets first = Secrets.open(secrets, false);
    Secrets second = Secrets.open(secrets, false);

    assertThat(first.newPassword()).hasSize(16);
    assertThat(second.newPassword()).isNull();
    assertThat(second.personKey()).isEqualTo(first.personKey()).hasSize(64);
    assertThat(second.deadLetterKey()).isEqualTo(first.deadLetterKey()).hasSize(64);
    assertThat(second.passwordHash()).isEqualTo(first.passwordHash()).startsWith("$2");
    assertThat(Secrets.open(secrets, true).newPassword()).isNotNull();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(secrets.resolve("person.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void prerequisites_tooLittle_oneSentenceEach() {
    assertThatThrownBy(() -> Prerequisites.checkMemory(OptionalLong.of(900), 1768))
        .hasMessage(
            "memory: 900 MB available; about 1768 MB are needed: close other programs, give"
                + " elasticsearch.heap-mb a smaller value, or use an Elasticsearch elsewhere with"
                + " --elasticsearch");
    assertThatThrownBy(() -> Prerequisites.checkDisk(Path.of("/d"), 100))
        .hasMessage(
            "disk: 100 MB free for /d; at least 2000 MB are needed: make room, or take another"
                + " folder with --data");
    assertThatCode(() -> Prerequisites.checkMemory(OptionalLong.empty(), 1768))
        .as("a system that does not tell is not refused")
        .doesNotThrowAnyException();
  }
}
