package org.fundwatch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A folder that the account of Elasticsearch can reach: the wanted one, or, when a folder above it
 * is closed to that account, one with a name made from the wanted path, the same at every start.
 */
final class UsableFolder {
  private static final Logger LOG = LoggerFactory.getLogger(UsableFolder.class);
  private static final String SERVER = "Elasticsearch";

  private UsableFolder() {}

  /**
   * The folder to use.
   *
   * @param notice how loudly to tell of a stand-in: it matters for data, hardly for a cache
   */
  static Path resolve(Path wanted, Account account, Level notice) {
    return resolve(
        wanted,
        account,
        notice,
        List.of(Path.of("/var/tmp"), Path.of(System.getProperty("java.io.tmpdir"))));
  }

  static Path resolve(Path wanted, Account account, Level notice, List<Path> fallbackParents) {
    prepare(wanted);
    if (!account.isSwitched()) {
      return wanted;
    }
    var closed = account.closedFolder(wanted);
    if (closed.isEmpty()) {
      return wanted;
    }
    for (var parent : fallbackParents) {
      if (Files.isDirectory(parent) && account.closedFolder(parent).isEmpty()) {
        var fallback = parent.resolve("fundwatch-" + hash(wanted));
        requireUntouched(fallback);
        prepare(fallback);
        LOG.atLevel(notice)
            .log(
                "{}: uid {}, which runs Elasticsearch because it refuses root, cannot enter {}; using {} instead (to choose another place name a folder outside {})",
                wanted,
                Account.UNPRIVILEGED,
                closed.get(),
                fallback,
                closed.get());
        return fallback;
      }
    }
    throw new EmbeddedServerException(
        "%s (%s): uid %d, which runs it because it refuses root, cannot enter %s; choose a folder elsewhere, or start as another user"
            .formatted(wanted, SERVER, Account.UNPRIVILEGED, closed.get()));
  }

  private static void prepare(Path folder) {
    try {
      Files.createDirectories(folder);
      DirectoryLock.requireOursOrEmpty(folder, SERVER);
      var mode = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
      // Others may pass, not look: the server's account owns the folders inside.
      if (mode.add(PosixFilePermission.OTHERS_EXECUTE)) {
        Files.setPosixFilePermissions(folder, mode);
      }
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "%s (%s): cannot be made (%s); choose a folder of the account that runs Fundwatch"
              .formatted(folder, SERVER, e),
          e);
    }
  }

  /** Anyone may put a folder into /var/tmp, also one with our name. */
  private static void requireUntouched(Path fallback) {
    try {
      if (!Files.exists(fallback, NOFOLLOW_LINKS)) {
        Files.createDirectory(
            fallback,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
      }
      var mode = Files.getPosixFilePermissions(fallback, NOFOLLOW_LINKS);
      if (!Files.isDirectory(fallback, NOFOLLOW_LINKS)
          || !Integer.valueOf(0).equals(Files.getAttribute(fallback, "unix:uid", NOFOLLOW_LINKS))
          || mode.contains(PosixFilePermission.GROUP_WRITE)
          || mode.contains(PosixFilePermission.OTHERS_WRITE)) {
        throw new EmbeddedServerException(
            "%s (%s): made or changed by another user; delete it, or choose another folder"
                .formatted(fallback, SERVER));
      }
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "%s (%s): cannot be made (%s)".formatted(fallback, SERVER, e), e);
    }
  }

  private static String hash(Path wanted) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(wanted.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: missing in this Java", e);
    }
  }
}
