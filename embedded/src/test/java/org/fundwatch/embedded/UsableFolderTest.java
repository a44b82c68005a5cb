package org.fundwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;

final class UsableFolderTest {
  private final Account account = Account.ofElasticsearch();

  @TempDir private Path temp;
  private Path closed;
  private Path open;

  @BeforeEach
  void prepare() throws IOException {
    mode(temp, "rwx--x--x");
    closed = Files.createDirectory(temp.resolve("closed"));
    mode(closed, "rwx------");
    open = Files.createDirectory(temp.resolve("open"));
    mode(open, "rwxrwxrwx");
  }

  @Test
  void resolve_openFolder_isUsed() {
    assertThat(UsableFolder.resolve(open.resolve("data"), account, Level.DEBUG))
        .isEqualTo(open.resolve("data"));
  }

  @Test
  void resolve_foreignFiles_areRefused() throws IOException {
    Files.writeString(open.resolve("thesis.txt"), "not ours");

    assertThatThrownBy(() -> UsableFolder.resolve(open, account, Level.DEBUG))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessage(
            "%s (Elasticsearch): holds files that Fundwatch did not make; give an empty or a new folder"
                .formatted(open));
  }

  @Test
  void resolve_closedToTheServer_usesTheSameStandInEachTime() {
    assumeThat(account.isSwitched()).as("runs as root").isTrue();
    var wanted = closed.resolve("a").resolve("data");

    var first = UsableFolder.resolve(wanted, account, Level.DEBUG, List.of(closed, open));
    var second = UsableFolder.resolve(wanted, account, Level.DEBUG, List.of(closed, open));
    var other = UsableFolder.resolve(closed.resolve("b"), account, Level.DEBUG, List.of(open));

    assertThat(first).hasParent(open).isEqualTo(second).isNotEqualTo(other);
  }

  @Test
  void resolve_closedWithoutStandIn_namesTheClosedFolder() {
    assumeThat(account.isSwitched()).as("runs as root").isTrue();
    var wanted = closed.resolve("data");

    assertThatThrownBy(() -> UsableFolder.resolve(wanted, account, Level.DEBUG, List.of(closed)))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessage(
            "%s (Elasticsearch): uid 65534, which runs it because it refuses root, cannot enter %s; choose a folder elsewhere, or start as another user"
                .formatted(wanted, closed));
  }

  @Test
  void resolve_standInOpenToAll_isRefused() throws IOException {
    assumeThat(account.isSwitched()).as("runs as root").isTrue();
    var wanted = closed.resolve("data");
    var standIn = UsableFolder.resolve(wanted, account, Level.DEBUG, List.of(open));
    mode(standIn, "rwxrwxrwx");

    assertThatThrownBy(() -> UsableFolder.resolve(wanted, account, Level.DEBUG, List.of(open)))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessage(
            "%s (Elasticsearch): made or changed by another user; delete it, or choose another folder"
                .formatted(standIn));
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }
}
