package org.fundwatch.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of the simulation's own tables, picked by weight among those that fit a person. */
final class CaseTable {

  private static final int FIXED_COLUMNS = 5;

  private final List<Row> rows = new ArrayList<>();

  /**
   * A kind of visit or stay.
   *
   * @param main main diagnosis
   * @param weight how common
   * @param minAge youngest
   * @param maxAge oldest
   * @param sex M, F or empty
   * @param rest the further columns
   */
  record Row(String main, int weight, int minAge, int maxAge, String sex, List<String> rest) {

    boolean fits(Citizen citizen) {
      return citizen.age() >= minAge
          && citizen.age() <= maxAge
          && (sex.isEmpty()
              || sex.equals(citizen.person().gender().code().equals("1") ? "M" : "F"));
    }

    /** A further column as a list of names. */
    List<String> names(int column, String separator) {
      String cell = rest.get(column);
      return cell.isEmpty() ? List.of() : List.of(cell.split(separator));
    }
  }

  CaseTable(String file) {
    try (InputStream stream = CaseTable.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + ": missing; it is part of the simulation module");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().skip(1).map(CaseTable::row).forEach(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private static Row row(String line) {
    String[] cells = line.split(",", -1);
    return new Row(
        cells[0],
        Integer.parseInt(cells[1]),
        Integer.parseInt(cells[2]),
        Integer.parseInt(cells[3]),
        cells[4],
        List.of(cells).subList(FIXED_COLUMNS, cells.length));
  }

  /** One of the rows that fit, by weight. */
  Row pick(Rng rng, Citizen citizen) {
    int total = 0;
    for (Row row : rows) {
      total += row.fits(citizen) ? row.weight() : 0;
    }
    int at = rng.below(total);
    for (Row row : rows) {
      if (row.fits(citizen)) {
        at -= row.weight();
        if (at < 0) {
          return row;
        }
      }
    }
    throw new IllegalStateException("weights changed while picking");
  }
}
