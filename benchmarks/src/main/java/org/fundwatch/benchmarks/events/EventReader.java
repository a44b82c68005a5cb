package org.fundwatch.benchmarks.events;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of {@link EventFile} from its beginning, as far as is asked for. */
public final class EventReader implements Closeable {

  private final Path file;
  private final DataInputStream in;

  EventReader(Path file) throws IOException {
    this.file = file;
    this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  /**
   * The next event.
   *
   * @throws IOException when the file cannot be read, or has no more
   */
  public Event next() throws IOException {
    try {
      return new Event(in.readUTF(), in.readUTF(), in.readNBytes(in.readInt()));
    } catch (EOFException e) {
      throw new IOException(file + ": no more events; ask for those it was made with", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
