package org.fundwatch.alertapi.risk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fundwatch.alertapi.procedure.term.TableFile;
import org.fundwatch.alertapi.standing.Validity;
import org.jspecify.annotations.Nullable;

/** How much each factor weighs, by region and date. */
record FactorTable(List<FactorWeight> weights) {

  /**
   * How much a factor weighs.
   *
   * @param weight what it adds to the score at most
   * @param full value that adds all of it
   */
  public record FactorWeight(Factor factor, int weight, long full, Validity validity)
      implements Validity.Row {
    @Override
    public String key() {
      return factor.name();
    }

    private static FactorWeight of(TableFile.Row row) {
      return new FactorWeight(
          row.constant("factor", Factor.class),
          row.count("weight"),
          row.positive("full"),
          Validity.of(row));
    }
  }

  /**
   * Our table, with that of an installation in its place.
   *
   * @param folder with a {@code risk-factors.csv}, null for none
   */
  static FactorTable of(@Nullable Path folder) {
    return new FactorTable(
        Validity.table(
            folder, FactorTable.class, "risk-factors.csv", "factor,weight,full", FactorWeight::of));
  }

  /** The weights that hold in a region on a day; a factor without a row weighs nothing. */
  List<FactorWeight> holding(String region, LocalDate day) {
    return Arrays.stream(Factor.values())
        .map(factor -> Validity.find(weights, factor.name(), region, day))
        .flatMap(Optional::stream)
        .toList();
  }
}
