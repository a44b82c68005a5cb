package org.fundwatch.standalone.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fundwatch.standalone.tables.ByteCount;
import org.fundwatch.standalone.tables.DelimitedFile;
import org.fundwatch.standalone.tables.FileException;
import org.fundwatch.standalone.tables.TableJoin;

/** The formats that settlements can come in. */
public enum Format {
  /** One event a line, in the national interface's field names. */
  JSON_LINES("json"),
  /** A folder with the tables of the national flying-inspection list. */
  INSPECTION_TABLES("tables"),
  /** Inpatient claims of the public data set from the United States. */
  CLAIMS_US("claims-us");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** The format that a word of the command line names. */
  public static Format ofWord(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word.equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + word + "'; " + words() + " are allowed"));
  }

  /** The words of all formats. */
  public static String words() {
    return Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", "));
  }

  /**
   * Tells the format of a file or folder by what is in it.
   *
   * @throws FileException where it is none of ours
   */
  public static Format detect(Path path) throws IOException {
    requireThere(path);
    if (Files.isDirectory(path)) {
      if (InspectionTables.isIn(path)) {
        return INSPECTION_TABLES;
      }
      throw new FileException(
          path, "a folder without SETTLE_ZY or SETTLE_MZ; a file, or a folder with those tables");
    }
    if (firstCharacter(path) == '{' || Files.size(path) == 0) {
      return JSON_LINES;
    }
    try (DelimitedFile file = DelimitedFile.open(path, new ByteCount())) {
      if (ClaimsUs.REQUIRED.stream().allMatch(file.header()::has)) {
        return CLAIMS_US;
      }
      if (file.header().has("HISID")) {
        throw new FileException(
            path, "one table of the flying-inspection list; name the folder that holds them all");
      }
    }
    throw new FileException(
        path,
        "a header row of none of the known layouts; JSON lines, claims-us, or a folder of tables"
            + " (or name the format with --format: "
            + words()
            + ")");
  }

  /**
   * Checks that a path can be of this format: the tables are a folder, the others files.
   *
   * @throws FileException where it cannot
   */
  public void requireKindOf(Path path) throws FileException {
    requireThere(path);
    boolean wantsFolder = this == INSPECTION_TABLES;
    if (Files.isDirectory(path) != wantsFolder) {
      throw new FileException(
          path,
          wantsFolder
              ? "a file; the folder that holds the tables"
              : "a folder; a file (format " + word + ")");
    }
  }

  private static void requireThere(Path path) throws FileException {
    if (!Files.exists(path)) {
      throw new FileException(path, "not found");
    }
  }

  /** Opens a file or folder of this format. */
  public SettlementSource open(Path path, boolean nationalDischarge) throws IOException {
    return switch (this) {
      case JSON_LINES -> new NationalLines(path);
      case CLAIMS_US -> new ClaimsUs(path);
      case INSPECTION_TABLES ->
          new InspectionTables(path, nationalDischarge, TableJoin.MEMORY_BYTES);
    };
  }

  @Override
  public String toString() {
    return word;
  }

  private static int firstCharacter(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4096);
      for (byte b : start) {
        // Blanks, and the byte order mark before the text itself.
        if (b > ' ') {
          return b;
        }
      }
      return -1;
    }
  }
}
