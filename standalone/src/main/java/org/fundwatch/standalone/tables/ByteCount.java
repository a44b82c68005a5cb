package org.fundwatch.standalone.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes read from files, for a progress bar. Not thread-safe. */
public final class ByteCount {

  private long bytes;

  /** Bytes read so far. */
  public long bytes() {
    return bytes;
  }

  /** Counts bytes that were read otherwise. */
  public void add(long more) {
    bytes += more;
  }

  /** The same stream, counted. */
  public InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int read = in.read();
        add(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        add(Math.max(read, 0));
        return read;
      }
    };
  }
}
