package org.fundwatch.standalone.tables;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows one after the other. */
public interface Rows extends Closeable {

  /** The columns of every row. */
  Header header();

  /**
   * The next row, null after the last.
   *
   * @throws FileException where the file cannot be read on
   */
  @Nullable Row next() throws IOException;
}
