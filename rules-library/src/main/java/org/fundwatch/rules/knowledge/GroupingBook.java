package org.fundwatch.rules.knowledge;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.fundwatch.rules.RuleIssue;
import org.fundwatch.rules.source.Issues;

/**
 * The tables of a rule-set that say how stays are grouped, weighed and paid. A rule-set without one
 * of them knows nothing of what it says. Thread-safe.
 */
public final class GroupingBook {

  private final Map<GroupingTable, KnowledgeTable> tables = new EnumMap<>(GroupingTable.class);
  private final NavigableSet<Integer> changes = new TreeSet<>();
  private final Set<String> regions = new HashSet<>();
  private final Map<Key, GroupingInForce> inForce = new ConcurrentHashMap<>();

  /** Places and days for which the same rows are in force. */
  private record Key(int since, String region) {}

  private GroupingBook(List<KnowledgeTable> all) {
    for (KnowledgeTable table : all) {
      for (GroupingTable kind : GroupingTable.values()) {
        if (table.name().equals(name(kind))) {
          tables.put(kind, table);
        }
      }
    }
    changes.add(Integer.MIN_VALUE);
    regions.add("");
    tables.values().stream()
        .flatMap(KnowledgeTable::all)
        .forEach(
            row -> {
              changes.add(row.fromDay());
              if (row.toDay() < Integer.MAX_VALUE) {
                changes.add(row.toDay() + 1);
              }
              regions.add(row.region());
            });
  }

  /** The tables among all of a rule-set that it needs; columns that are wrong go to issues. */
  public static GroupingBook of(List<KnowledgeTable> all) {
    return new GroupingBook(all);
  }

  /** Tells of tables that have not the columns they must begin with. */
  public static void check(List<KnowledgeTable> all, Issues issues) {
    new GroupingBook(all)
        .tables.forEach(
            (kind, table) -> {
              List<String> header = table.header();
              int must = kind.columns().size();
              if (header.size() < must || !header.subList(0, must).equals(kind.columns())) {
                issues.add(
                    new RuleIssue(
                        "knowledge/" + file(kind) + ".csv",
                        1,
                        1,
                        "columns " + String.join(",", header),
                        String.join(",", kind.columns()) + " to begin with"));
              }
            });
  }

  /** True for a table that stays are grouped by, such as {@code drg-weights}. */
  public static boolean reads(String table) {
    return Arrays.stream(GroupingTable.values()).anyMatch(kind -> file(kind).equals(table));
  }

  /** What holds on a day of service in a region. */
  public GroupingInForce at(int day, String region) {
    Integer since = changes.floor(day);
    return inForce.computeIfAbsent(
        new Key(since == null ? Integer.MIN_VALUE : since, known(region)),
        key -> new GroupingInForce(tables, key.since(), key.region()));
  }

  // The narrowest region that any table knows: those in it are all alike.
  private String known(String region) {
    String known = region;
    while (!regions.contains(known)) {
      known = known.substring(0, known.length() - 1);
    }
    return known;
  }

  private static String file(GroupingTable kind) {
    return name(kind).replace('_', '-');
  }

  private static String name(GroupingTable kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
