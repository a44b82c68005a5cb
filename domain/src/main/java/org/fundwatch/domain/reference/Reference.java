package org.fundwatch.domain.reference;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.fundwatch.domain.money.Scaled;
import org.fundwatch.domain.settlement.Gender;

/**
 * The tables of this package, loaded once. Diagnosis and operation codes and their Chinese names
 * are those of the national editions; the selection and everything else is ours. Immutable.
 */
public final class Reference implements GroupingTables {

  private static final int WEIGHT_SCALE = 4;
  private static final int WEIGHT_ONE_E4 = 10_000;
  private static final int ANY_AGE = 200;
  private static final int SAME_DISEASE = 3;

  private final Map<String, Item> items;
  private final Map<String, DiagnosisEntry> diagnoses;
  private final Map<String, OperationEntry> operations;
  private final List<AdrgEntry> adrgs;
  private final Map<String, DrgGroup> groups;
  private final List<Marker> markers;
  private final Map<String, HospitalLevel> levels;

  private Reference() {
    items = table("items.csv", Reference::item, Item::code);
    diagnoses = table("diagnoses.csv", Reference::diagnosis, DiagnosisEntry::code);
    operations = table("operations.csv", Reference::operation, OperationEntry::code);
    adrgs = List.copyOf(CsvTable.read("adrg.csv", Reference::adrg));
    groups = table("drg.csv", Reference::group, DrgGroup::code);
    markers = List.copyOf(CsvTable.read("markers.csv", Reference::marker));
    levels = table("levels.csv", Reference::level, HospitalLevel::code);
  }

  /** The tables that come with this module. */
  public static Reference builtIn() {
    return Holder.BUILT_IN;
  }

  /** An item by its national code. */
  public Optional<Item> item(String code) {
    return Optional.ofNullable(items.get(code));
  }

  /** A diagnosis by its code. */
  public Optional<DiagnosisEntry> diagnosis(String code) {
    return Optional.ofNullable(diagnoses.get(code));
  }

  /** An operation by its code. */
  public Optional<OperationEntry> operation(String code) {
    return Optional.ofNullable(operations.get(code));
  }

  /** A payment group by its code. */
  public Optional<DrgGroup> group(String code) {
    return Optional.ofNullable(groups.get(code));
  }

  /** A hospital level by {@code hosp_lv}. */
  public Optional<HospitalLevel> level(String code) {
    return Optional.ofNullable(levels.get(code));
  }

  /** All items, in the order of the table. */
  public Collection<Item> items() {
    return items.values();
  }

  /** All diagnoses, in the order of the table. */
  public Collection<DiagnosisEntry> diagnoses() {
    return diagnoses.values();
  }

  /** All operations, in the order of the table. */
  public Collection<OperationEntry> operations() {
    return operations.values();
  }

  @Override
  public List<AdrgEntry> adrgs() {
    return adrgs;
  }

  /** A stage of the same disease (first three characters) is no complication of it. */
  @Override
  public Complication complication(String other, String main) {
    return other.regionMatches(0, main, 0, SAME_DISEASE)
        ? Complication.NONE
        : diagnosis(other).map(DiagnosisEntry::complication).orElse(Complication.NONE);
  }

  @Override
  public OptionalInt weightE4(String group) {
    DrgGroup known = groups.get(group);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known.weightE4());
  }

  @Override
  public long standardFen(String group, String level) {
    long rate = level(level).map(HospitalLevel::baseRateFen).orElse(0L);
    return rate * weightE4(group).orElse(0) / WEIGHT_ONE_E4;
  }

  /** All hospital levels, by code. */
  public Collection<HospitalLevel> levels() {
    return levels.values();
  }

  /** All payment groups, by code. */
  public Collection<DrgGroup> groups() {
    return groups.values();
  }

  /** All markers, in the order of the table. */
  public List<Marker> markers() {
    return markers;
  }

  /**
   * The kinds of evidence for a diagnosis, after the longest beginning of its code that the table
   * knows; empty where the table knows none and nothing can be said.
   */
  public List<Marker> markers(String diagnosis) {
    String longest =
        markers.stream()
            .map(Marker::diagnosis)
            .filter(diagnosis::startsWith)
            .reduce("", (a, b) -> b.length() > a.length() ? b : a);
    return markers.stream()
        .filter(marker -> !longest.isEmpty() && marker.diagnosis().equals(longest))
        .toList();
  }

  private static <T> Map<String, T> table(
      String file, Function<CsvTable.Row, T> read, Function<T, String> code) {
    Map<String, T> byCode = new LinkedHashMap<>();
    for (T row : CsvTable.read(file, read)) {
      if (byCode.put(code.apply(row), row) != null) {
        throw new IllegalStateException(file + ": " + code.apply(row) + " twice; codes are unique");
      }
    }
    return Collections.unmodifiableMap(byCode);
  }

  private static Item item(CsvTable.Row row) {
    return new Item(
        row.text("code"),
        row.text("name"),
        row.text("english"),
        row.text("category"),
        row.text("payClass"),
        row.fen("priceYuan"),
        row.text("unit"),
        row.text("route"),
        row.whole("supplyDays", 0),
        row.limits(),
        row.wordSet("tags"),
        row.wordSet("includes"));
  }

  private static DiagnosisEntry diagnosis(CsvTable.Row row) {
    String complication = row.text("complication");
    return new DiagnosisEntry(
        row.text("code"),
        row.text("name"),
        row.text("english"),
        row.limits(),
        complication.isEmpty() ? Complication.NONE : Complication.valueOf(complication),
        row.wordSet("traits"));
  }

  private static OperationEntry operation(CsvTable.Row row) {
    Gender gender = row.gender();
    return new OperationEntry(
        row.text("code"),
        row.text("name"),
        row.text("english"),
        row.text("kind").equals("surgery"),
        new Limits(gender, 0, ANY_AGE),
        row.wordSet("traits"),
        row.text("item"));
  }

  private static AdrgEntry adrg(CsvTable.Row row) {
    return new AdrgEntry(
        row.text("adrg"),
        row.text("name"),
        row.text("english"),
        row.words("diagnoses"),
        row.words("operations"),
        row.whole("maxAge", ANY_AGE));
  }

  private static DrgGroup group(CsvTable.Row row) {
    return new DrgGroup(
        row.text("code"), row.text("name"), (int) Scaled.parse(row.text("weight"), WEIGHT_SCALE));
  }

  private static Marker marker(CsvTable.Row row) {
    return new Marker(row.text("diagnosis"), row.text("aspect"), row.wordSet("items"));
  }

  private static HospitalLevel level(CsvTable.Row row) {
    return new HospitalLevel(
        row.text("level"), row.text("name"), row.whole("tier", 1), row.fen("baseRateYuan"));
  }

  private static final class Holder {
    private static final Reference BUILT_IN = new Reference();
  }
}
