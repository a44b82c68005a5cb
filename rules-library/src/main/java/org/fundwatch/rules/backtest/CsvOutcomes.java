package org.fundwatch.rules.backtest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fundwatch.domain.finding.Finding;

/**
 * Outcomes from a table with the columns {@code id}, {@code outcome} and perhaps {@code rule}. An
 * id is that of a finding, of an alert, or of what it is about: an encounter, a doctor, an
 * institution, a trace code. With a rule the outcome holds for that rule's findings only. What is
 * said most exactly wins.
 */
public final class CsvOutcomes implements Outcomes {

  private static final List<String> COLUMNS = List.of("id", "outcome");
  private static final Map<String, Verdict> WORDS =
      Map.of("confirmed", Verdict.CONFIRMED, "rejected", Verdict.REJECTED);

  private final Map<String, Verdict> verdicts = new HashMap<>();

  private CsvOutcomes() {}

  /**
   * Reads a table.
   *
   * @throws IOException when it cannot be read or a row is not understood; every such row is named
   */
  public static CsvOutcomes read(Path file) throws IOException {
    CsvOutcomes outcomes = new CsvOutcomes();
    List<String> faults = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file);
        Stream<NamedCsvRecord> rows = csv.stream()) {
      rows.forEach(row -> outcomes.add(row, file + ":" + row.getStartingLineNumber(), faults));
    } catch (CsvParseException e) {
      throw new IOException(file + ": no CSV table: " + e.getMessage(), e);
    }
    if (!faults.isEmpty()) {
      throw new IOException(String.join("\n", faults));
    }
    return outcomes;
  }

  private void add(NamedCsvRecord row, String place, List<String> faults) {
    if (!row.getHeader().containsAll(COLUMNS)) {
      faults.add(
          "%s: columns %s; id, outcome and perhaps rule"
              .formatted(place, String.join(",", row.getHeader())));
      return;
    }
    String word = row.getField("outcome").strip().toLowerCase(Locale.ROOT);
    Verdict verdict = WORDS.get(word);
    if (verdict == null) {
      faults.add("%s: outcome '%s'; confirmed or rejected".formatted(place, word));
      return;
    }
    String rule = row.findField("rule").map(String::strip).orElse("");
    verdicts.put(key(row.getField("id").strip(), rule), verdict);
  }

  @Override
  public Verdict of(String alert, Finding finding) {
    String rule = finding.rule().id();
    String subject = finding.subject().id();
    return Stream.of(
            key(finding.id(), rule),
            key(finding.id(), ""),
            key(alert, rule),
            key(subject, rule),
            key(alert, ""),
            key(subject, ""))
        .flatMap(key -> Optional.ofNullable(verdicts.get(key)).stream())
        .findFirst()
        .orElse(Verdict.UNKNOWN);
  }

  private static String key(String id, String rule) {
    return id + '\n' + rule;
  }
}
