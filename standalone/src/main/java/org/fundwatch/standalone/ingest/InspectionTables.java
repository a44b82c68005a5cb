package org.fundwatch.standalone.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fundwatch.standalone.tables.FileException;
import org.fundwatch.standalone.tables.TableJoin;
import org.jspecify.annotations.Nullable;

/**
 * A hospital's tables of the national flying-inspection list (2024), as files in one folder: stays
 * (SETTLE_ZY, its diagnoses, fee details and operations) and visits (SETTLE_MZ and its details),
 * joined by HISID. The mapping is described in docs/ingest.md.
 */
public final class InspectionTables implements SettlementSource {

  private static final String STAYS = "SETTLE_ZY";
  private static final String STAY_DIAGNOSES = "SETTLE_ZY_DIAGNOSIS";
  private static final String STAY_DETAILS = "SETTLE_ZY_DETAIL";
  private static final String OPERATIONS = "MDCS_FUND_SETL_LIST_OPRN_D";
  private static final String VISITS = "SETTLE_MZ";
  private static final String VISIT_DETAILS = "SETTLE_MZ_DETAIL";
  private static final String KEY = "HISID";

  private static final List<String> STAY_COLUMNS =
      List.of(
          "HOSPITAL_ID",
          KEY,
          "ZYH",
          "BILL_DATE",
          "ADMISSION_DATE",
          "DISCHARGE_DATE",
          "TOTAL_AMOUNT",
          "BMI_PAY_AMOUNT");
  private static final List<String> VISIT_COLUMNS =
      List.of("HOSPITAL_ID", KEY, "BILL_DATE", "TOTAL_AMOUNT", "BMI_PAY_AMOUNT");
  private static final List<String> DETAIL_COLUMNS =
      List.of(KEY, "ITEM_ID", "UNIT_PRICE", "NUM", "COST");

  /** One of the two joins, with how its rows become events. */
  private record Step(TableJoin join, InspectionMapping mapping) {}

  private final List<Path> files = new ArrayList<>();
  private final Deque<Step> steps = new ArrayDeque<>();
  private long bytesDone;
  private long totalBytes;

  /**
   * Opens the tables of a folder.
   *
   * @param nationalDischarge true where DISCHARGE_STATUS holds the national dictionary {@code
   *     dscg_way} and not the list's own
   * @param memoryBytes size of the files up to which they are joined in memory, see {@link
   *     TableJoin#MEMORY_BYTES}
   * @throws FileException where the folder has neither table, or a table lacks a column
   */
  public InspectionTables(Path folder, boolean nationalDischarge, long memoryBytes)
      throws IOException {
    Map<String, Path> tables = tables(folder);
    if (!tables.containsKey(STAYS) && !tables.containsKey(VISITS)) {
      throw new FileException(
          folder, "no SETTLE_ZY or SETTLE_MZ in it; a folder with the tables of the list");
    }
    files.addAll(tables.values());
    try {
      open(
          tables,
          STAYS,
          STAY_COLUMNS,
          Stream.of(
              child(tables, STAY_DIAGNOSES, KEY, List.of(KEY, "DISCHARGE_DISEASE_ID_MAIN")),
              child(tables, STAY_DETAILS, KEY, DETAIL_COLUMNS),
              child(tables, OPERATIONS, KEY, List.of(KEY, "OPRN_OPRT_CODE"))),
          memoryBytes,
          InspectionMapping.ofStays(nationalDischarge));
      open(
          tables,
          VISITS,
          VISIT_COLUMNS,
          Stream.of(child(tables, VISIT_DETAILS, KEY, DETAIL_COLUMNS)),
          memoryBytes,
          InspectionMapping.ofVisits());
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** True for a folder that holds one of the head tables. */
  static boolean isIn(Path folder) throws IOException {
    Map<String, Path> tables = tables(folder);
    return tables.containsKey(STAYS) || tables.containsKey(VISITS);
  }

  @Override
  public List<Path> files() {
    return List.copyOf(files);
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    while (!steps.isEmpty()) {
      Step step = steps.getFirst();
      TableJoin.Joined joined = step.join().next();
      if (joined instanceof TableJoin.Joined.Whole whole) {
        return step.mapping().event(whole.head(), whole.children());
      }
      if (joined instanceof TableJoin.Joined.Astray astray) {
        return SourceRecord.refused(InspectionMapping.astray(astray));
      }
      bytesDone += step.join().totalBytes();
      step.join().close();
      steps.removeFirst();
    }
    return null;
  }

  @Override
  public long bytes() {
    return bytesDone + (steps.isEmpty() ? 0 : steps.getFirst().join().bytes());
  }

  @Override
  public long totalBytes() {
    return totalBytes;
  }

  @Override
  public void close() throws IOException {
    while (!steps.isEmpty()) {
      steps.removeFirst().join().close();
    }
  }

  private void open(
      Map<String, Path> tables,
      String head,
      List<String> columns,
      Stream<Optional<TableJoin.Child>> children,
      long memoryBytes,
      InspectionMapping mapping)
      throws IOException {
    Path file = tables.get(head);
    if (file == null) {
      return;
    }
    List<TableJoin.Child> present = children.flatMap(Optional::stream).toList();
    TableJoin join = new TableJoin(file, KEY, columns, present, memoryBytes);
    totalBytes += join.totalBytes();
    steps.add(new Step(join, mapping));
  }

  private static Optional<TableJoin.Child> child(
      Map<String, Path> tables, String name, String key, List<String> required) {
    return Optional.ofNullable(tables.get(name))
        .map(file -> new TableJoin.Child(name, file, key, required));
  }

  /** Files of the folder by their names without ending, in upper case. */
  private static Map<String, Path> tables(Path folder) throws IOException {
    Map<String, Path> tables = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        int dot = name.indexOf('.');
        String table = (dot < 0 ? name : name.substring(0, dot)).toUpperCase(Locale.ROOT);
        boolean ours =
            List.of(STAYS, STAY_DIAGNOSES, STAY_DETAILS, OPERATIONS, VISITS, VISIT_DETAILS)
                .contains(table);
        if (ours && tables.putIfAbsent(table, file) != null) {
          throw new FileException(
              file, "the table " + table + " twice in its folder; each table once");
        }
      }
    }
    return tables;
  }
}
