package org.fundwatch.rules.knowledge;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fundwatch.rules.schema.StructSpec;

/**
 * Rows by key, each valid for some days and regions. In expressions a table {@code sex_limits} is a
 * function from a key to the list of its rows in force on the day of service, at the place of
 * service. Of a table of baselines, whose name ends in {@code _baselines}, that is the row of the
 * nearest region alone: what peers do, is said of one set of peers. Immutable.
 */
public final class KnowledgeTable {

  private static final String BASELINES = "_baselines";

  private final String name;
  private final boolean baselines;
  private final List<Column> columns;
  private final Map<String, Rows> byKey = new HashMap<>();
  private final Map<String, String> closings = new HashMap<>();

  KnowledgeTable(String name, List<Column> columns, Map<String, List<KnowledgeRow>> byKey) {
    this.name = name;
    this.baselines = name.endsWith(BASELINES);
    this.columns = List.copyOf(columns);
    byKey.forEach(
        (key, rows) ->
            this.byKey.put(
                key, new Rows(List.copyOf(rows), rows.stream().allMatch(KnowledgeRow::unbounded))));
    if (baselines) {
      all().forEach(row -> closings.put(row.id(), row.source()));
    }
  }

  private record Rows(List<KnowledgeRow> all, boolean unbounded) {}

  /** Name in expressions. */
  public String name() {
    return name;
  }

  /** Every key that has rows on some day in some region. */
  public Set<String> keys() {
    return byKey.keySet();
  }

  /** The rows of a key in force on a day in a region; empty where there is none. */
  public List<KnowledgeRow> rows(String key, int day, String region) {
    Rows rows = byKey.get(key);
    if (rows == null) {
      return List.of();
    }
    if (rows.unbounded()) {
      return rows.all();
    }
    List<KnowledgeRow> inForce = new ArrayList<>(rows.all().size());
    for (KnowledgeRow row : rows.all()) {
      if (row.inForce(day, region)) {
        inForce.add(row);
      }
    }
    return baselines && inForce.size() > 1 ? nearest(inForce) : inForce;
  }

  private static List<KnowledgeRow> nearest(List<KnowledgeRow> rows) {
    int longest = rows.stream().mapToInt(row -> row.region().length()).max().orElse(0);
    return rows.stream().filter(row -> row.region().length() == longest).toList();
  }

  /** Which closing measured the baseline of an id; empty where that is none of a baseline. */
  public String closing(String id) {
    return closings.getOrDefault(id, "");
  }

  /** Every row, in no order. */
  Stream<KnowledgeRow> all() {
    return byKey.values().stream().flatMap(rows -> rows.all().stream());
  }

  /** Its own columns as the header has them, such as {@code min_age:int}. */
  List<String> header() {
    return columns.stream()
        .map(
            column ->
                column.type() == ColumnType.TEXT
                    ? column.name()
                    : column.name() + ":" + column.type().name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The rows of a key in force on a day whose region is this and no wider one. */
  List<KnowledgeRow> rowsOf(String key, int day, String exactRegion) {
    Rows rows = byKey.get(key);
    if (rows == null) {
      return List.of();
    }
    if (rows.unbounded()) {
      return exactRegion.isEmpty() ? rows.all() : List.of();
    }
    List<KnowledgeRow> inForce = new ArrayList<>(1);
    for (KnowledgeRow row : rows.all()) {
      if (row.region().equals(exactRegion) && row.inForce(day, exactRegion)) {
        inForce.add(row);
      }
    }
    return inForce;
  }

  /** The type of its rows. */
  public StructSpec struct() {
    Map<String, StructSpec.FieldSpec> fields = new LinkedHashMap<>();
    fields.put("row_id", new StructSpec.FieldSpec("row_id", SimpleType.STRING, ".id()", "the row"));
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String access = "." + column.type().reader + "(" + i + ")";
      fields.put(
          column.name(),
          new StructSpec.FieldSpec(column.name(), column.type().celType, access, column.name()));
    }
    return new StructSpec("row of " + name, KnowledgeRow.class, fields);
  }

  /**
   * A column.
   *
   * @param name in expressions
   * @param type of its cells
   */
  record Column(String name, ColumnType type) {}

  /** What a column holds. */
  enum ColumnType {
    TEXT("text", SimpleType.STRING),
    INT("integer", SimpleType.INT),
    NUMBER("decimal", SimpleType.DOUBLE);

    private final String reader;
    private final CelType celType;

    ColumnType(String reader, CelType celType) {
      this.reader = reader;
      this.celType = celType;
    }
  }
}
