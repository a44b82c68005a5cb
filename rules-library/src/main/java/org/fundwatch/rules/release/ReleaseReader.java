package org.fundwatch.rules.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a release of the regulator. Headers are recognised by what they mean, wherever they stand
 * and in whatever order; where the limits are in one sheet and the codes in another, they are
 * joined by name.
 */
public final class ReleaseReader {

  private ReleaseReader() {}

  /**
   * Reads a workbook or CSV file.
   *
   * @throws ReleaseException when it is neither, or in none of its sheets a header is found
   * @throws IOException when it cannot be read
   */
  public static Release read(Path path) throws IOException, ReleaseException {
    return read(String.valueOf(path.getFileName()), Files.readAllBytes(path));
  }

  /** Reads a file's content. */
  public static Release read(String file, byte[] content) throws ReleaseException {
    SheetRows sheets = new SheetRows(file);
    boolean any = false;
    for (Grid grid : GridReader.read(file, content)) {
      any |= sheets.add(grid);
    }
    if (!any) {
      throw new ReleaseException(
          file + ": no header recognised; one that names items, their codes and what limits them");
    }
    Understanding understanding = new Understanding(file, sheets.rows());
    List<Refusal> refusals =
        Stream.concat(sheets.refusals().stream(), understanding.refusals().stream())
            .sorted(Comparator.comparing(Refusal::sheet).thenComparing(Refusal::row))
            .toList();
    return new Release(file, sheets.read(), sheets.remarks(), understanding.entries(), refusals);
  }
}
