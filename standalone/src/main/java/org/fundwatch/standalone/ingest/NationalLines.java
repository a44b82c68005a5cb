package org.fundwatch.standalone.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.standalone.tables.ByteCount;
import org.jspecify.annotations.Nullable;

/** Events in the national interface's field names, one JSON object a line; sent as they are. */
public final class NationalLines implements SettlementSource {

  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private final Path file;
  private final ByteCount count = new ByteCount();
  private final long totalBytes;
  private final Lines lines;
  private final SettlementEventReader reader = new SettlementEventReader();
  private boolean any;

  /** Opens a file. */
  public NationalLines(Path file) throws IOException {
    this.file = file;
    totalBytes = Files.size(file);
    lines = new Lines(file, count);
  }

  @Override
  public List<Path> files() {
    return List.of(file);
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      byte[] json = lines.number() == 1 ? withoutMark(line) : line;
      if (!blank(json)) {
        any = true;
        return parse(json);
      }
    }
    if (any) {
      return null;
    }
    any = true;
    return SourceRecord.refused(
        new Refusal(file, 1, "$", "an empty file", "one JSON object a line"));
  }

  @Override
  public long bytes() {
    return count.bytes();
  }

  @Override
  public long totalBytes() {
    return totalBytes;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private SourceRecord parse(byte[] json) {
    Parsed parsed = reader.read(json);
    if (parsed instanceof Parsed.Accepted accepted) {
      String person = accepted.event().settlement().person().id();
      return new SourceRecord(new SourceRecord.Outgoing(person, json), List.of());
    }
    List<Refusal> refusals =
        ((Parsed.Refused) parsed)
            .faults().stream()
                .map(f -> new Refusal(file, lines.number(), f.path(), f.found(), f.allowed()))
                .toList();
    return new SourceRecord(null, refusals);
  }

  private static boolean blank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private static byte[] withoutMark(byte[] line) {
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (line.length <= i || (line[i] & 0xFF) != BYTE_ORDER_MARK[i]) {
        return line;
      }
    }
    return Arrays.copyOfRange(line, BYTE_ORDER_MARK.length, line.length);
  }
}
