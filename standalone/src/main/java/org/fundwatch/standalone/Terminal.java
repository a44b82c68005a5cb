package org.fundwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody watches: a line that changes is for a terminal, and would fill a file. */
final class Terminal {

  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /** True where standard error is a terminal; false too where the system does not tell. */
  static boolean present() {
    try {
      String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return System.getenv("TERM") != null && !Files.exists(Path.of("/proc"));
    }
  }
}
