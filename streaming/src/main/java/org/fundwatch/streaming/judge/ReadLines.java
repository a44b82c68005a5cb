package org.fundwatch.streaming.judge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.fundwatch.streaming.intake.Place;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.judging.Tick;

/**
 * Reads files as lines of bytes: whatever their encoding, plain or gzip by content. Empty lines and
 * a byte order mark at the start are passed over.
 */
final class ReadLines implements FlatMapFunction<FileRef, RawEvent> {

  private static final long serialVersionUID = 1;
  private static final int BUFFER = 1 << 16;
  // Longer lines are cut here; the reader refuses them anyway, being over its own limit.
  private static final int MAX_LINE = 16 * 1024 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Tick read;

  /**
   * @param read told of each line
   */
  ReadLines(Tick read) {
    this.read = read;
  }

  @Override
  public void flatMap(FileRef file, Collector<RawEvent> out) throws IOException {
    try (InputStream in = open(file)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER);
      byte[] buffer = new byte[BUFFER];
      long number = 1;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        int from = 0;
        for (int at = 0; at < read; at++) {
          if (buffer[at] == '\n') {
            append(line, buffer, from, at);
            emit(file, number++, line, out);
            from = at + 1;
          }
        }
        append(line, buffer, from, read);
      }
      emit(file, number, line, out);
    } catch (IOException e) {
      throw new IOException(
          "%s: cannot be read to its end: %s".formatted(file.name(), e.getMessage()), e);
    }
  }

  static InputStream open(FileRef file) throws IOException {
    BufferedInputStream in =
        new BufferedInputStream(Files.newInputStream(Path.of(file.path())), BUFFER);
    in.mark(3);
    byte[] head = in.readNBytes(3);
    in.reset();
    if (head.length >= 2 && head[0] == (byte) 0x1F && head[1] == (byte) 0x8B) {
      return new GZIPInputStream(in, BUFFER);
    }
    if (Arrays.equals(head, BYTE_ORDER_MARK)) {
      in.skipNBytes(BYTE_ORDER_MARK.length);
    }
    return in;
  }

  private static void append(ByteArrayOutputStream line, byte[] buffer, int from, int to) {
    line.write(buffer, from, Math.min(to - from, MAX_LINE - line.size()));
  }

  private void emit(
      FileRef file, long number, ByteArrayOutputStream line, Collector<RawEvent> out) {
    byte[] bytes = line.toByteArray();
    line.reset();
    read.one();
    if (!isBlank(bytes)) {
      out.collect(new RawEvent(new Place(file.name(), file.number(), number, true), bytes));
    }
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
