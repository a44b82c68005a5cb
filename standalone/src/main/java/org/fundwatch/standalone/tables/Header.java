package org.fundwatch.standalone.tables;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a file, by name in any order; letter case and blanks around do not matter. */
public final class Header {

  private final Path file;
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  Header(Path file, List<String> cells) throws FileException {
    this.file = file;
    this.names = cells.stream().map(Header::normal).toList();
    for (int place = 0; place < names.size(); place++) {
      String name = names.get(place);
      if (!name.isEmpty() && places.putIfAbsent(name, place) != null) {
        throw new FileException(file, 1, "column " + name + " twice; each column once");
      }
    }
  }

  static String normal(String name) {
    return name.strip().toUpperCase(Locale.ROOT);
  }

  /** The file that the header is of. */
  public Path file() {
    return file;
  }

  /** The names in the file's order, in upper case. */
  public List<String> names() {
    return names;
  }

  /** True where the file has the column. */
  public boolean has(String column) {
    return places.containsKey(column);
  }

  /**
   * Checks that columns are there.
   *
   * @throws FileException naming every one that is not
   */
  public void require(Collection<String> columns) throws FileException {
    List<String> missing = columns.stream().filter(column -> !has(column)).toList();
    if (!missing.isEmpty()) {
      throw new FileException(
          file,
          1,
          "column "
              + String.join(", ", missing)
              + " missing; found "
              + String.join(", ", names)
              + "; needed "
              + String.join(", ", columns));
    }
  }

  @Nullable Integer place(String column) {
    return places.get(column);
  }

  int size() {
    return names.size();
  }
}
