package org.fundwatch.alertapi.evidence;

/** Bytes as the beginning of a file. */
public final class FileTypeFuzz {
  private FileTypeFuzz() {}

  /** A type, or none; what is taken for text holds nothing that a browser could run. */
  public static void fuzzerTestOneInput(byte[] data) {
    var type = FileType.of(data);
    if (type.isPresent() && type.get() == FileType.TEXT) {
      for (byte one : data) {
        if (one == 0) {
          throw new IllegalStateException("a NUL is no text");
        }
      }
    }
  }
}
