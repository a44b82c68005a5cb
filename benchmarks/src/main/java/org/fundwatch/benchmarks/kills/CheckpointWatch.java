package org.fundwatch.benchmarks.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Sees when a checkpoint is under way: its folder is there, its last file is not. */
final class CheckpointWatch {

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Path checkpoints;

  /**
   * @param state the job's folder
   */
  CheckpointWatch(Path state) {
    this.checkpoints = state.resolve("checkpoints");
  }

  /** Waits for one that has begun; false when none did in time. */
  boolean await(long patienceSeconds) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
    // What a killed job left half done stays for ever.
    long known = newest();
    while (System.nanoTime() < deadline) {
      long now = newest();
      if (now > known && underWay()) {
        return true;
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_NANOS);
    }
    return false;
  }

  /** Whether the newest checkpoint is not complete. */
  boolean underWay() throws IOException {
    Path newest = newestFolder();
    return !newest.equals(checkpoints) && !Files.exists(newest.resolve("_metadata"));
  }

  private long newest() throws IOException {
    return number(newestFolder());
  }

  // The folder of all where there is none yet.
  private Path newestFolder() throws IOException {
    Path newest = checkpoints;
    for (Path job : list(checkpoints)) {
      for (Path folder : list(job)) {
        newest = number(folder) > number(newest) ? folder : newest;
      }
    }
    return newest;
  }

  private static long number(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.matches("chk-\\d+") ? Long.parseLong(name.substring(4)) : 0;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (NoSuchFileException e) {
      return List.of(); // not there yet, or removed meanwhile
    }
  }
}
