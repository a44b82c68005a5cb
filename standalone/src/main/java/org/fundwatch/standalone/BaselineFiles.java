package org.fundwatch.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fundwatch.rules.baseline.BaselineClosing;
import org.fundwatch.rules.baseline.BaselineTable;
import org.fundwatch.rules.baseline.MonthFigures;
import org.fundwatch.rules.release.ReleaseException;
import org.fundwatch.rules.release.TableFile;

/** The tables of baselines of a rule library. */
record BaselineFiles(Path knowledge, List<TableFile> tables) {

  BaselineFiles {
    tables = List.copyOf(tables);
  }

  /** Those of a library, whole. */
  static BaselineFiles of(Path library) throws CommandFailure {
    Path knowledge = library.resolve("knowledge");
    List<TableFile> tables = new ArrayList<>();
    for (BaselineTable table : BaselineTable.values()) {
      Path file = knowledge.resolve(table.file() + ".csv");
      if (!Files.isRegularFile(file)) {
        throw new CommandFailure(
            "%s: no such file; a rule library such as ./fundwatch rules export writes it"
                .formatted(file));
      }
      try {
        tables.add(TableFile.parse(table.file(), Files.readString(file)));
      } catch (ReleaseException e) {
        throw new CommandFailure(knowledge + ": " + e.getMessage(), e);
      } catch (IOException e) {
        throw new CommandFailure(file + ": cannot be read: " + e.getMessage(), e);
      }
    }
    return new BaselineFiles(knowledge, tables);
  }

  /**
   * The tables after a month's closing.
   *
   * @throws IllegalArgumentException when a table has other columns
   */
  BaselineFiles closed(
      YearMonth month, Collection<MonthFigures> figures, int smallestCell, int finest) {
    return new BaselineFiles(
        knowledge,
        tables.stream()
            .map(table -> BaselineClosing.close(table, month, figures, smallestCell, finest))
            .toList());
  }

  /** How many rows hold from the first day after a month. */
  long rowsAfter(YearMonth month) {
    String from = month.plusMonths(1).atDay(1).toString();
    return tables.stream()
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.get(row.size() - 4).equals(from))
        .count();
  }

  // All new files lie ready before the first takes its place.
  void write() throws CommandFailure {
    try {
      for (TableFile table : tables) {
        Files.writeString(ready(table), table.text());
      }
      for (TableFile table : tables) {
        Files.move(ready(table), file(table), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new CommandFailure(knowledge + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private Path ready(TableFile table) {
    return knowledge.resolve(table.name() + ".csv.new");
  }

  private Path file(TableFile table) {
    return knowledge.resolve(table.name() + ".csv");
  }
}
