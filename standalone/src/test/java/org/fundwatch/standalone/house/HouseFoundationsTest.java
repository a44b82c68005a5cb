package org.fundwatch.standalone.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
    assertThat(first.newPasswords()).hasSize(9).containsKeys("inspector", "lead", "auditor");
    assertThat(first.newPasswords().values()).doesNotHaveDuplicates();
    assertThat(second.newPasswords()).isEmpty();
    assertThat(second.users().all()).isEqualTo(first.users().all());
    assertThat(second.users().settings())
        .containsEntry("fundwatch.users.legal-reviewer.roles", "legal-reviewer")
        .containsEntry("fundwatch.users.legal-reviewer.regions", "*")
        .hasEntrySatisfying(
            "fundwatch.users.inspector.password-hash", hash -> assertThat(hash).startsWith("$2"));
    assertThat(Secrets.open(secrets, true).newPasswords()).containsOnlyKeys("inspector");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(secrets.resolve("person.key"))))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(secrets.resolve("users.properties"))))
        .isEqualTo("rw-------");
  }

  @Test
  void fieldKeys_ofAnEarlierInstallation_areDrawnOnceAndKept() throws IOException {
    Path secrets = folder.resolve("secrets");
    Secrets.open(secrets, false);
    Files.delete(secrets.resolve("field-aes-gcm.key"));

    Secrets opened = Secrets.open(secrets, false);
    String drawn = Files.readString(secrets.resolve("field-aes-gcm.key"));

    assertThat(drawn.strip()).hasSize(64);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(secrets.resolve("field-aes-gcm.key"))))
        .isEqualTo("rw-------");
    assertThat(opened.fieldKeys().settings("aes-gcm"))
        .containsOnly(
            entry("fundwatch.fields.key", "aes-gcm"),
            entry("fundwatch.fields.keys.aes-gcm.cipher", "AES_GCM"),
            entry(
                "fundwatch.fields.keys.aes-gcm.file",
                secrets.resolve("field-aes-gcm.key").toString()));
    assertThat(opened.fieldKeys().settings("sm4-gcm"))
        .as("what was encrypted before can still be read")
        .containsEntry("fundwatch.fields.key", "sm4-gcm")
        .containsEntry("fundwatch.fields.keys.sm4-gcm.cipher", "SM4_GCM")
        .containsKeys("fundwatch.fields.keys.sm4-gcm.file", "fundwatch.fields.keys.aes-gcm.file");
    assertThat(Files.readString(secrets.resolve("field-sm4-gcm.key")).strip()).hasSize(32);
    assertThat(Files.readString(secrets.resolve("field-aes-gcm.key"))).isEqualTo(drawn);
  }

  @Test
  void secrets_ofAnInstallationWithOneUser_keepItsPassword() throws IOException {
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("password.hash"), "$2a$10$kept\n");

    Secrets opened = Secrets.open(secrets, false);

    assertThat(opened.newPasswords()).hasSize(8).doesNotContainKey("inspector");
    assertThat(opened.users().all().get("inspector").hash()).isEqualTo("$2a$10$kept");
  }

  @Test
  void users_changed_areThereAfterwards() throws IOException {
    Path secrets = folder.resolve("secrets");
    Users users = Secrets.users(secrets);

    String password = users.add("wang", List.of("inspector", "LEAD"), List.of("320100", "3301"));
    users.add("zhou", List.of("legal_reviewer"), List.of("*"));

    assertThat(password).hasSize(16);
    String hash = Secrets.users(secrets).all().get("wang").hash();
    assertThat(Secrets.users(secrets).all())
        .containsEntry("wang", new Users.User(hash, "inspector,lead", "3201,3301"));
    assertThat(users.newPassword("wang")).isNotEqualTo(password);
    assertThat(Secrets.users(secrets).all().get("wang").hash()).isNotEqualTo(hash);
    users.remove("wang");
    assertThat(Secrets.users(secrets).all()).containsOnlyKeys("zhou");
  }

  @Test
  void users_changedWrongly_areToldWhatIsAllowed() throws IOException {
    Users users = Secrets.users(folder.resolve("secrets"));
    users.add("wang", List.of("inspector"), List.of("32"));

    assertThatThrownBy(() -> users.add("wang", List.of("lead"), List.of("32")))
        .hasMessage("user 'wang': there already");
    assertThatThrownBy(() -> users.add("Wang Li", List.of("lead"), List.of("32")))
        .hasMessage("user 'Wang Li': small letters, digits, hyphens and underscores, 40 at most");
    assertThatThrownBy(() -> users.add("li", List.of("king"), List.of("32")))
        .hasMessage(
            "role 'king': unknown; there are inspector, lead, legal-reviewer, hotline, custodian,"
                + " rule-author, rule-approver, auditor, admin");
    assertThatThrownBy(() -> users.add("li", List.of("lead"), List.of("Nanjing")))
        .hasMessageStartingWith("region 'Nanjing': two, four or six digits");
    assertThatThrownBy(() -> users.newPassword("li"))
        .hasMessage("user 'li': unknown; there are wang");
    assertThatThrownBy(() -> users.remove("wang"))
        .hasMessage("user 'wang': the last one; add another before");
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
