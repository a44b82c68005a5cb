package org.fundwatch.rules.knowledge;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.fundwatch.domain.reference.AdrgEntry;
import org.fundwatch.domain.reference.Complication;
import org.fundwatch.domain.reference.Grouper;
import org.fundwatch.domain.reference.GroupingTables;

/**
 * How stays are grouped, weighed and paid at a place and day, by the knowledge tables in force.
 * Immutable and thread-safe.
 */
public final class GroupingInForce implements GroupingTables {

  private static final String DIP = "DIP";
  private static final double E4 = 10_000.0;

  private final Map<GroupingTable, ListInForce> lists = new EnumMap<>(GroupingTable.class);
  private final List<AdrgEntry> adrgs;
  private final Grouper grouper = new Grouper(this);

  GroupingInForce(Map<GroupingTable, KnowledgeTable> tables, int day, String region) {
    tables.forEach((name, table) -> lists.put(name, new ListInForce(table, day, region)));
    ListInForce definitions = lists.get(GroupingTable.ADRG_DEFINITIONS);
    adrgs =
        definitions == null
            ? List.of()
            : definitions
                .rows()
                .sorted(Comparator.comparingLong(row -> row.integer(1)))
                .map(GroupingInForce::adrg)
                .toList();
  }

  /** The grouper over these tables. */
  public Grouper grouper() {
    return grouper;
  }

  /** Relative weight of a stay, 0 where no group takes it. */
  public double weight(Grouper.Coded stay) {
    return grouper.group(stay).map(group -> group.weightE4() / E4).orElse(0.0);
  }

  @Override
  public List<AdrgEntry> adrgs() {
    return adrgs;
  }

  @Override
  public Complication complication(String other, String main) {
    List<KnowledgeRow> grave = rows(GroupingTable.MCC, other);
    List<KnowledgeRow> known = grave.isEmpty() ? rows(GroupingTable.CC, other) : grave;
    if (known.isEmpty() || excludes(main, known)) {
      return Complication.NONE;
    }
    return grave.isEmpty() ? Complication.CC : Complication.MCC;
  }

  @Override
  public OptionalInt weightE4(String group) {
    List<KnowledgeRow> weights = rows(GroupingTable.DRG_WEIGHTS, group);
    return weights.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.round(weights.get(0).decimal(1) * E4));
  }

  @Override
  public long standardFen(String group, String level) {
    OptionalLong published = publishedFen(group, level);
    if (published.isPresent()) {
      return published.getAsLong();
    }
    return rate(level) * weightE4(group).orElse(0) / (long) E4;
  }

  /**
   * The standard stated for a group (DRG) or disease (DIP), in fen; that of the level goes before
   * that of all, and both before a disease's points.
   */
  public OptionalLong publishedFen(String group, String level) {
    OptionalLong ofAll = OptionalLong.empty();
    for (KnowledgeRow row : rows(GroupingTable.PAYMENT_STANDARDS, group)) {
      if (row.text(1).equals(level)) {
        return OptionalLong.of(row.integer(2));
      }
      if (row.text(1).isEmpty()) {
        ofAll = OptionalLong.of(row.integer(2));
      }
    }
    return ofAll.isPresent() ? ofAll : pointsFen(group);
  }

  private OptionalLong pointsFen(String disease) {
    List<KnowledgeRow> points = rows(GroupingTable.DIP_POINTS, disease);
    long rate = rate(DIP);
    return points.isEmpty() || rate == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round(points.get(0).decimal(1) * rate));
  }

  private long rate(String level) {
    List<KnowledgeRow> rates = rows(GroupingTable.PAYMENT_RATES, level);
    return rates.isEmpty() ? 0 : rates.get(0).integer(1);
  }

  // By the longest beginning of the main diagnosis that belongs to any group.
  private boolean excludes(String main, List<KnowledgeRow> complications) {
    for (int length = main.length(); length > 0; length--) {
      List<KnowledgeRow> groups = rows(GroupingTable.CC_EXCLUSIONS, main.substring(0, length));
      if (!groups.isEmpty()) {
        return complications.stream()
            .anyMatch(one -> groups.stream().anyMatch(group -> group.text(1).equals(one.text(1))));
      }
    }
    return false;
  }

  private List<KnowledgeRow> rows(GroupingTable table, String key) {
    ListInForce list = lists.get(table);
    return list == null ? List.of() : list.rows(key);
  }

  private static AdrgEntry adrg(KnowledgeRow row) {
    return new AdrgEntry(
        row.text(0), "", "", words(row.text(2)), words(row.text(3)), (int) row.integer(4));
  }

  private static List<String> words(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.strip().split("\\s+"));
  }
}
