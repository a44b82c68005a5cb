package org.fundwatch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unpacked server: made once, shared by all nodes, never written to by them. Unpacking goes to
 * a staging folder that is renamed when complete, so a broken try leaves nothing that looks done.
 */
final class ElasticsearchInstall {
  private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchInstall.class);
  private static final String STAGING = ".unpacking-";
  private static final long NEEDED_MEGABYTES = 400;

  private ElasticsearchInstall() {}

  /** The server's home inside the folder, unpacked now if it is missing or damaged. */
  static Path ensure(Path folder) {
    return ensure(folder, ElasticsearchZip.locate());
  }

  static synchronized Path ensure(Path folder, Optional<Path> zip) {
    var home = folder.resolve("elasticsearch-" + ElasticsearchZip.version());
    try {
      // Two processes may start at once; file locks know processes only, hence also synchronized.
      var lock = DirectoryLock.await(folder);
      try {
        removeLeftovers(folder);
        unpackIfNeeded(folder, home, zip);
        return home;
      } finally {
        lock.close();
      }
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "%s (Elasticsearch): cannot be unpacked (%s); free some space or choose another folder"
              .formatted(folder, e),
          e);
    }
  }

  private static void unpackIfNeeded(Path folder, Path home, Optional<Path> zip)
      throws IOException {
    if (!Files.isDirectory(home) || (zip.isPresent() && !isComplete(home, zip.get()))) {
      unpack(zip.orElseGet(ElasticsearchZip::find), folder, home);
    }
  }

  private static void removeLeftovers(Path folder) throws IOException {
    try (var entries = Files.newDirectoryStream(folder, STAGING + "*")) {
      for (var entry : entries) {
        LOG.info("{}: left by an interrupted start, removed", entry);
        FileTrees.delete(entry);
      }
    }
  }

  /** Compares sizes, which finds what a full disk or a crash cut short. */
  private static boolean isComplete(Path home, Path zip) throws IOException {
    for (var entry : entries(zip)) {
      var file = home.resolveSibling(entry.getName());
      if (!entry.isDirectory()
          && !(Files.isRegularFile(file) && Files.size(file) == entry.getSize())) {
        LOG.warn("{}: damaged, unpacking again", file);
        return false;
      }
    }
    return true;
  }

  private static void unpack(Path zip, Path folder, Path home) throws IOException {
    var megabytes = folder.toFile().getUsableSpace() >> 20;
    if (megabytes < NEEDED_MEGABYTES) {
      throw new EmbeddedServerException(
          "%s (Elasticsearch): %d MB free on its disk; %d MB are needed"
              .formatted(folder, megabytes, NEEDED_MEGABYTES));
    }
    var staging = Files.createTempDirectory(folder, STAGING);
    try (var file = new ZipFile(zip.toFile())) {
      for (var entry : file.stream().toList()) {
        extract(file, entry, staging);
      }
    } catch (IOException e) {
      throw new IOException(zip + ": " + e.getMessage(), e);
    }
    if (Files.exists(home)) {
      Files.move(home, staging.resolve("damaged"), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(staging.resolve(home.getFileName()), home, StandardCopyOption.ATOMIC_MOVE);
    FileTrees.delete(staging);
    LOG.info("{}: Elasticsearch {} unpacked", home, ElasticsearchZip.version());
  }

  private static void extract(ZipFile zip, ZipEntry entry, Path staging) throws IOException {
    var target = staging.resolve(entry.getName()).normalize();
    if (!target.startsWith(staging)) {
      throw new IOException("entry '" + entry.getName() + "' points outside the archive");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else {
      Files.createDirectories(target.getParent());
      try (var in = zip.getInputStream(entry)) {
        Files.copy(in, target);
      }
    }
    // Java's zip knows no modes; as root another account reads and runs these files.
    var program = entry.isDirectory() || entry.getName().contains("/bin/");
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static List<? extends ZipEntry> entries(Path zip) throws IOException {
    try (var file = new ZipFile(zip.toFile())) {
      return file.stream().toList();
    }
  }
}
