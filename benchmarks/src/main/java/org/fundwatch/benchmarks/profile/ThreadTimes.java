package org.fundwatch.benchmarks.profile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Processor time of each thread of this process, native ones included: garbage collector, compiler
 * and RocksDB have no Java thread. Linux only; empty elsewhere.
 *
 * @param byThread thread id to what is known of it
 */
public record ThreadTimes(Map<Long, ThreadTime> byThread) {

  private static final Path TASKS = Path.of("/proc/self/task");
  // USER_HZ: a constant of the kernel's interface, whatever the real tick.
  private static final long TICK_NANOS = 10_000_000;

  /**
   * One thread.
   *
   * @param name as the system has it, the first 15 characters
   */
  public record ThreadTime(String name, long nanos) {}

  public ThreadTimes {
    byThread = Map.copyOf(byThread);
  }

  /** Up to now. */
  public static ThreadTimes now() throws IOException {
    Map<Long, ThreadTime> times = new HashMap<>();
    if (Files.isDirectory(TASKS)) {
      try (DirectoryStream<Path> threads = Files.newDirectoryStream(TASKS)) {
        for (Path thread : threads) {
          try {
            times.put(
                Long.parseLong(thread.getFileName().toString()),
                parse(Files.readString(thread.resolve("stat"))));
          } catch (NoSuchFileException e) {
            // It has ended between the listing and the look.
          }
        }
      }
    }
    return new ThreadTimes(times);
  }

  /** What each part of Fundwatch used since an earlier moment, in nanoseconds. */
  public SortedMap<String, Long> partsSince(ThreadTimes earlier) {
    SortedMap<String, Long> parts = new TreeMap<>();
    byThread.forEach(
        (id, time) -> {
          ThreadTime before = earlier.byThread.get(id);
          long used = time.nanos() - (before == null ? 0 : before.nanos());
          if (used > 0) {
            parts.merge(ThreadParts.of(time.name()), used, Long::sum);
          }
        });
    return parts;
  }

  /** Reads a line of {@code /proc/<pid>/task/<tid>/stat}, see proc(5). */
  static ThreadTime parse(String stat) {
    int open = stat.indexOf('(');
    int close = stat.lastIndexOf(')');
    // After the name: state is field 3, utime field 14, stime field 15.
    String[] fields = stat.substring(close + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    return new ThreadTime(stat.substring(open + 1, close), ticks * TICK_NANOS);
  }
}
