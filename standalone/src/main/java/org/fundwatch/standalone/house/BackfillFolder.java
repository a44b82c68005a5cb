package org.fundwatch.standalone.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a backfill works: one at a time, and what a run left that was killed goes with the next.
 */
public final class BackfillFolder implements AutoCloseable {

  private final Path folder;
  private final FolderLock lock;

  private BackfillFolder(Path folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes the folder, empty.
   *
   * @param data the data folder
   * @throws HouseException when another backfill has it
   */
  public static BackfillFolder open(Path data) throws HouseException, IOException {
    FolderLock lock =
        FolderLock.take(data.resolve("backfill.lock"), "another backfill runs; wait for its end");
    BackfillFolder taken = new BackfillFolder(data.resolve("backfill"), lock);
    try {
      taken.clear();
      Files.createDirectories(taken.folder);
      return taken;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** The file for what is found. */
  public Path alerts() {
    return folder.resolve("alerts.jsonl");
  }

  @Override
  public void close() throws IOException {
    try {
      clear();
    } finally {
      lock.close();
    }
  }

  private void clear() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    }
  }
}
