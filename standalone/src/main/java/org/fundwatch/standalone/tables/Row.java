package org.fundwatch.standalone.tables;

import java.nio.file.Path;
import java.util.List;

/**
 * One row of a file.
 *
 * @param header its columns
 * @param line the line it begins in, from 1
 * @param cells its texts in the header's order
 */
public record Row(Header header, long line, List<String> cells) {

  /** The text of a column without blanks around, empty where the file has no such column. */
  public String get(String column) {
    Integer place = header.place(column);
    return place == null || place >= cells.size() ? "" : cells.get(place).strip();
  }

  /** The file it is from. */
  public Path file() {
    return header.file();
  }
}
