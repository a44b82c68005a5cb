package org.fundwatch.streaming.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The completed checkpoints and savepoints in a state directory. */
final class Snapshots {

  // Flink writes it last: a folder that has it is complete.
  private static final String COMPLETE = "_metadata";

  private Snapshots() {}

  /** The newest one, empty where there is none. */
  static Optional<Path> newest(Path stateDirectory) throws IOException {
    if (!Files.isDirectory(stateDirectory)) {
      return Optional.empty();
    }
    // checkpoints/<job>/chk-<n>/_metadata and savepoints/savepoint-<id>/_metadata
    try (Stream<Path> paths =
        Files.find(
            stateDirectory,
            4,
            (path, attributes) -> path.endsWith(COMPLETE) && attributes.size() > 0)) {
      return paths.max(Comparator.comparing(Snapshots::written)).map(Path::getParent);
    }
  }

  private static FileTime written(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
