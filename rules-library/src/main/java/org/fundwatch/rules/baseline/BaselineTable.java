package org.fundwatch.rules.baseline;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.fundwatch.rules.release.TableFile;

/** The knowledge tables that a closing measures. */
public enum BaselineTable {
  /** Means, deviations and percentiles of institutions by metric and level. */
  PEERS(
      "peer-baselines",
      ImmutableList.of(
          "key", "mean:number", "sd:number", "p95:number", "n:int", "metric", "level")) {
    @Override
    SortedMap<String, Cell> measure(Collection<MonthFigures> figures, TableFile before) {
      return PeerCells.of(figures);
    }
  },
  /** Shares, weights, severity and spread of costs of basic groups (ADRG). */
  GROUPS(
      "adrg-baselines",
      ImmutableList.of(
          "adrg",
          "share:number",
          "mean_weight:number",
          "sd_weight:number",
          "mcc_share:number",
          "sd_log_cost:number",
          "name")) {
    @Override
    SortedMap<String, Cell> measure(Collection<MonthFigures> figures, TableFile before) {
      return GroupCells.of(figures, before);
    }
  };

  private final String file;
  private final ImmutableList<String> columns;

  BaselineTable(String file, ImmutableList<String> columns) {
    this.file = file;
    this.columns = columns;
  }

  /** The name of its file without the ending. */
  public String file() {
    return file;
  }

  /** What the institutions of one region say, by key. */
  abstract SortedMap<String, Cell> measure(Collection<MonthFigures> figures, TableFile before);

  /**
   * The table of a file.
   *
   * @throws IllegalArgumentException when it is none of these, or has other columns
   */
  static BaselineTable of(TableFile table) {
    BaselineTable found =
        Arrays.stream(values())
            .filter(one -> one.file.equals(table.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s.csv: no table of baselines; %s"
                            .formatted(
                                table.name(),
                                Arrays.stream(values())
                                    .map(one -> one.file + ".csv")
                                    .collect(Collectors.joining(", ")))));
    if (!table.header().subList(0, table.header().size() - Rows.VALIDITY).equals(found.columns)) {
      throw new IllegalArgumentException(
          "%s.csv: columns %s; %s,from,to,region,source"
              .formatted(
                  table.name(), String.join(",", table.header()), String.join(",", found.columns)));
    }
    return found;
  }

  /**
   * What a row says.
   *
   * @param institutions whose figures it rests on
   * @param cells the columns before the validity, the key among them
   */
  record Cell(int institutions, List<String> cells) {}
}
