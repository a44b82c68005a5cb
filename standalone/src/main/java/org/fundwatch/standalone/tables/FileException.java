package org.fundwatch.standalone.tables;

import java.io.IOException;
import java.nio.file.Path;

/** A file that cannot be read on: the message says where, what was found and what is allowed. */
public final class FileException extends IOException {

  /** Something wrong with the file as a whole. */
  public FileException(Path file, String problem) {
    super(file + ": " + problem);
  }

  /** Something wrong from a line on. */
  public FileException(Path file, long line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
