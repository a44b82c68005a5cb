package org.fundwatch.rules.baseline;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fundwatch.rules.baseline.BaselineTable.Cell;
import org.fundwatch.rules.release.TableFile;

/** What the stays of all institutions say of each basic group. */
final class GroupCells {

  // Diseases of DIP begin with a letter and a digit: they are no basic groups.
  private static final Pattern ADRG = Pattern.compile("[A-Z]{2}[0-9A-Z]");
  private static final int LEAST_STAYS = 30;

  private GroupCells() {}

  /** By basic group; those of too few stays are left out, but count among all. */
  static SortedMap<String, Cell> of(Collection<MonthFigures> figures, TableFile before) {
    SortedMap<String, GroupFigures> sums = new TreeMap<>();
    SortedMap<String, Integer> institutions = new TreeMap<>();
    // In one order, so that sums of doubles do not depend on that of the institutions.
    figures.stream()
        .sorted(Comparator.comparing(one -> one.institution().code()))
        .forEach(
            one ->
                one.groups()
                    .forEach(
                        (adrg, group) -> {
                          sums.merge(adrg, group, GroupFigures::plus);
                          institutions.merge(adrg, 1, Integer::sum);
                        }));
    double all = sums.values().stream().mapToLong(GroupFigures::stays).sum();
    SortedMap<String, Cell> cells = new TreeMap<>();
    sums.forEach(
        (adrg, group) -> {
          if (group.stays() >= LEAST_STAYS && ADRG.matcher(adrg).matches()) {
            cells.put(
                adrg,
                new Cell(
                    institutions.getOrDefault(adrg, 0),
                    List.of(
                        adrg,
                        Rows.number(group.stays() / all),
                        Rows.number(group.meanWeight()),
                        Rows.number(group.sdWeight()),
                        Rows.number(group.graveShare()),
                        Rows.number(group.sdLogCost()),
                        name(adrg, before))));
          }
        });
    return cells;
  }

  private static String name(String adrg, TableFile before) {
    return before.rows().stream()
        .filter(row -> row.get(0).equals(adrg))
        .map(row -> row.get(before.header().indexOf("name")))
        .findFirst()
        .orElse("");
  }
}
