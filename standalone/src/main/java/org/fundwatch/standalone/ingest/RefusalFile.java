package org.fundwatch.standalone.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists refusals as CSV: file, line, field, found, allowed. Made with the first refusal. */
public final class RefusalFile implements Closeable {

  private static final int SHOWN = 10;

  private final Path path;
  private @Nullable CsvWriter writer;
  private final List<Refusal> first = new ArrayList<>();
  private long rows;
  private @Nullable Path lastFile;
  private long lastLine;

  /** A list at this path; one that is there from before is removed. */
  public RefusalFile(Path path) throws IOException {
    this.path = path;
    Files.deleteIfExists(path);
  }

  /** Lists refusals of one record. */
  public void add(List<Refusal> refusals) throws IOException {
    for (Refusal refusal : refusals) {
      if (writer == null) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        writer = CsvWriter.builder().build(path);
        writer.writeRecord("file", "line", "field", "found", "allowed");
      }
      if (first.size() < SHOWN) {
        first.add(refusal);
      }
      writer.writeRecord(
          refusal.file().toString(),
          Long.toString(refusal.line()),
          refusal.field(),
          refusal.found(),
          refusal.allowed());
      // A row with several faults is one refused row; its faults come one after the other.
      if (refusal.line() != lastLine || !refusal.file().equals(lastFile)) {
        rows++;
        lastLine = refusal.line();
        lastFile = refusal.file();
      }
    }
  }

  /** How many rows are refused. */
  public long rows() {
    return rows;
  }

  /** The first few of them. */
  public List<Refusal> first() {
    return List.copyOf(first);
  }

  /** Where the list is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
