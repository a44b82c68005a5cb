package org.fundwatch.streaming.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.jspecify.annotations.Nullable;

/**
 * The last version of each alert in order of ids, of any number of alerts: what memory does not
 * hold goes to sorted files, which are merged.
 */
final class LastVersions {

  /** About a hundred megabytes. */
  private static final int AT_ONCE = 20_000;

  private final Path folder;
  private final int atOnce;
  private final List<Path> files = new ArrayList<>();
  private final SortedMap<String, Alert> held = new TreeMap<>();

  /**
   * @param folder for the files; whoever made it deletes it
   */
  LastVersions(Path folder) {
    this(folder, AT_ONCE);
  }

  /**
   * @param atOnce how many alerts are held in memory
   */
  LastVersions(Path folder, int atOnce) {
    this.folder = folder;
    this.atOnce = atOnce;
  }

  void add(Alert alert) throws IOException {
    held.merge(alert.id(), alert, LastVersions::later);
    if (held.size() >= atOnce) {
      spill();
    }
  }

  /** Hands out each alert once, by id. */
  void forEach(Taker taker) throws IOException {
    if (files.isEmpty()) {
      for (Alert alert : held.values()) {
        taker.take(alert);
      }
      return;
    }
    spill();
    PriorityQueue<Run> runs = new PriorityQueue<>(Comparator.comparing(run -> run.alert().id()));
    try {
      for (Path file : files) {
        Run run = new Run(file);
        runs.add(run);
      }
      while (!runs.isEmpty()) {
        taker.take(next(runs));
      }
    } finally {
      for (Run run : runs) {
        run.close();
      }
    }
  }

  private static Alert next(PriorityQueue<Run> runs) throws IOException {
    Alert last = runs.element().alert();
    while (!runs.isEmpty() && runs.element().alert().id().equals(last.id())) {
      Run run = runs.remove();
      last = later(last, run.alert());
      if (run.advance()) {
        runs.add(run);
      }
    }
    return last;
  }

  private static Alert later(Alert a, Alert b) {
    return a.version() > b.version() ? a : b;
  }

  private void spill() throws IOException {
    if (held.isEmpty()) {
      return;
    }
    Path file = Files.createTempFile(folder, "alerts-", ".jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Alert alert : held.values()) {
        out.write(new String(AlertJson.write(alert), UTF_8));
        out.write('\n');
      }
    }
    files.add(file);
    held.clear();
  }

  /** Takes one alert. */
  interface Taker {
    void take(Alert alert) throws IOException;
  }

  /** A sorted file, at one of its alerts; closed behind the last. */
  private static final class Run implements Closeable {
    private final BufferedReader in;
    private Alert alert;

    Run(Path file) throws IOException {
      in = Files.newBufferedReader(file);
      Alert first = read();
      if (first == null) {
        throw new IOException(file + ": empty; at least one alert");
      }
      alert = first;
    }

    Alert alert() {
      return alert;
    }

    boolean advance() throws IOException {
      Alert next = read();
      if (next == null) {
        close();
        return false;
      }
      alert = next;
      return true;
    }

    private @Nullable Alert read() throws IOException {
      String line = in.readLine();
      return line == null ? null : AlertJson.read(line.getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
