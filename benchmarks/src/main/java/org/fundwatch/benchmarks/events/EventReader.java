package org.fundwatch.benchmarks.events;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of {@link EventFile} from its beginning, as far as is asked for. */
public final class EventReader implements Closeable {

  private final Path file;
  private final BufferedReader lines;

  EventReader(Path file) throws IOException {
    this.file = file;
    this.lines = Files.newBufferedReader(file);
  }

  /**
   * The next event.
   *
   * @throws IOException when the file cannot be read, or has no more
   */
  public Event next() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IOException(file + ": no more events; ask for those it was made with");
    }
    int first = line.indexOf('\t');
    int second = line.indexOf('\t', first + 1);
    return new Event(
        line.substring(0, first),
        line.substring(first + 1, second),
        line.substring(second + 1).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
