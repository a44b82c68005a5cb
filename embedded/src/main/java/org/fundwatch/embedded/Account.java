package org.fundwatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The account that runs Elasticsearch: our own, or, as Elasticsearch refuses root, an unprivileged
 * one that owns nothing else. Whether it may enter or run something is tried, not computed: modes,
 * groups and access lists all count.
 */
final class Account {
  static final int UNPRIVILEGED = 65_534;

  private static final List<Path> TOOL_FOLDERS =
      Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin").map(Path::of).toList();

  private final List<String> prefix;

  private Account(List<String> prefix) {
    this.prefix = prefix;
  }

  static Account ofElasticsearch() {
    if (!isRoot()) {
      return new Account(List.of());
    }
    var setpriv =
        tool("setpriv")
            .orElseThrow(
                () ->
                    new EmbeddedServerException(
                        "user root (Elasticsearch): refused by Elasticsearch, and setpriv to change the user is not there; start as another user, or install util-linux"));
    return new Account(
        List.of(
            setpriv.toString(),
            "--reuid=" + UNPRIVILEGED,
            "--regid=" + UNPRIVILEGED,
            "--clear-groups"));
  }

  /** True when Elasticsearch runs under another account than this process. */
  boolean isSwitched() {
    return !prefix.isEmpty();
  }

  /** A command as this account runs it, away from the terminal: Ctrl-C is for us to pass on. */
  List<String> command(List<String> command) {
    var whole = new ArrayList<String>();
    tool("setsid").ifPresent(setsid -> whole.add(setsid.toString()));
    whole.addAll(prefix);
    whole.addAll(command);
    return whole;
  }

  boolean canRun(Path file) {
    return may("-x", file);
  }

  /**
   * The outermost folder on the way down to this one, itself included, that must not be entered.
   */
  Optional<Path> closedFolder(Path folder) {
    if (may("-x", folder)) {
      return Optional.empty();
    }
    return Stream.iterate(folder, at -> at != null, Path::getParent)
        .filter(at -> !may("-x", at))
        .reduce((inner, outer) -> outer);
  }

  /** Makes the account the owner of a folder and all in it. */
  void give(Path folder) throws IOException {
    if (!isSwitched()) {
      return;
    }
    try (var entries = Files.walk(folder)) {
      for (var entry : entries.toList()) {
        Files.setAttribute(entry, "unix:uid", UNPRIVILEGED, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(entry, "unix:gid", UNPRIVILEGED, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private boolean may(String test, Path path) {
    if (!isSwitched()) {
      return Files.isExecutable(path);
    }
    var command = new ArrayList<>(prefix);
    command.addAll(List.of("test", test, path.toString()));
    try {
      var discard = ProcessBuilder.Redirect.DISCARD;
      var process = new ProcessBuilder(command).redirectOutput(discard).redirectError(discard);
      return process.start().waitFor() == 0;
    } catch (IOException e) {
      throw new EmbeddedServerException(command.get(0) + ": cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException("Elasticsearch: interrupted while starting", e);
    }
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name")); // no /proc: not Linux
    }
  }

  private static Optional<Path> tool(String name) {
    return TOOL_FOLDERS.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
