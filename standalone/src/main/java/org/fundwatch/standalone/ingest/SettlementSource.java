package org.fundwatch.standalone.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settlement events out of files of one format. The same files give the same records in the same
 * order each time, so that a sender can go on where it stopped.
 */
public interface SettlementSource extends Closeable {

  /** The files read. */
  List<Path> files();

  /**
   * The next record, null after the last.
   *
   * @throws IOException where a file cannot be read on; its message is one line for the user
   */
  @Nullable SourceRecord next() throws IOException;

  /** Bytes read so far, of {@link #totalBytes()}. */
  long bytes();

  /** Bytes to read until the end. */
  long totalBytes();
}
