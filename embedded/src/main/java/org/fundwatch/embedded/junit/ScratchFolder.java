package org.fundwatch.embedded.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder of one test run, gone at its end. */
record ScratchFolder(Path path) {
  static ScratchFolder create(String name) {
    try {
      return new ScratchFolder(Files.createTempDirectory("fundwatch-test-" + name + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException("temporary folder: cannot be made", e);
    }
  }

  void delete() {
    try (var entries = Files.walk(path)) {
      for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be deleted", e);
    }
  }
}
