package org.fundwatch.standalone.tables;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows put aside in a file of our own, and read back. */
final class SpilledRows implements Rows {

  private final Header header;
  private final ByteCount count;
  private final DataInputStream in;

  SpilledRows(Header header, Path spill, ByteCount count) throws IOException {
    this.header = header;
    this.count = count;
    this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(spill)));
  }

  @Override
  public Header header() {
    return header;
  }

  @Override
  public @Nullable Row next() throws IOException {
    long line;
    try {
      line = in.readLong();
    } catch (EOFException e) {
      return null;
    }
    List<String> cells = new ArrayList<>(header.size());
    for (int i = 0; i < header.size(); i++) {
      byte[] text = in.readNBytes(in.readInt());
      cells.add(new String(text, StandardCharsets.UTF_8));
      count.add(text.length + 1L);
    }
    return new Row(header, line, cells);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Puts rows aside. */
  static final class Writer implements Closeable {
    private final DataOutputStream out;

    Writer(Path spill) throws IOException {
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(spill)));
    }

    void write(Row row) throws IOException {
      out.writeLong(row.line());
      for (String cell : row.cells()) {
        byte[] text = cell.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
