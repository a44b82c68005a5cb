package org.fundwatch.standalone.ingest;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fundwatch.standalone.tables.ByteCount;
import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes, whatever they are. */
final class Lines implements Closeable {

  /** Of a longer line only this much is kept, enough for it to be refused as too long. */
  private static final int MAX_LINE = 16 * 1024 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private long number;

  Lines(Path file, ByteCount count) throws IOException {
    in = count.counted(Files.newInputStream(file));
  }

  /** The next line without its end, null after the last. */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    boolean any = false;
    while (true) {
      if (from == to) {
        from = 0;
        to = Math.max(in.read(buffer), 0);
        if (to == 0) {
          if (!any) {
            return null;
          }
          break;
        }
      }
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, from, Math.min(end - from, MAX_LINE - line.size()));
      boolean whole = end < to;
      from = whole ? end + 1 : end;
      if (whole) {
        break;
      }
    }
    number++;
    return line.toByteArray();
  }

  /** The number of the line handed out last, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
