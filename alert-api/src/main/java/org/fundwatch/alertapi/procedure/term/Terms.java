package org.fundwatch.alertapi.procedure.term;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Durations and thresholds by region and date. What nobody has configured does not exist: no value
 * is made up. Thread-safe.
 */
public final class Terms {
  private static final String FILE = "terms.csv";
  private static final String HEADER = "key,region,from,to,value,unit,provenance,source";
  private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final List<Term> all;

  private Terms(List<Term> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Our table, with an installation's own over it.
   *
   * @param folder with a {@code terms.csv}: keys that it names are taken from there alone; null for
   *     none
   * @throws IllegalArgumentException when a table has a mistake, with its place
   */
  public static Terms of(@Nullable Path folder) {
    var own = terms(TableFile.inFolder(folder, FILE, HEADER).orElse(List.of()));
    var named = own.stream().map(Term::key).collect(Collectors.toSet());
    var all = new ArrayList<>(own);
    terms(TableFile.inJar(Terms.class, FILE, HEADER).orElseThrow()).stream()
        .filter(term -> !named.contains(term.key()))
        .forEach(all::add);
    return new Terms(all);
  }

  /** What holds in a region on a day: the row of the longest region that contains it. */
  public Optional<Term> find(TermKey key, String region, LocalDate day) {
    return all.stream()
        .filter(term -> term.key() == key && term.holds(region, day))
        .max(Comparator.comparingInt(term -> term.region().length()));
  }

  /** All rows. */
  public List<Term> all() {
    return all;
  }

  private static List<Term> terms(List<TableFile.Row> rows) {
    var terms = new ArrayList<Term>();
    for (var row : rows) {
      var term = term(row);
      if (terms.stream().anyMatch(other -> overlap(term, other))) {
        throw row.wrong(
            "from", term.from().toString(), "days that no other row of key and region has");
      }
      terms.add(term);
    }
    return terms;
  }

  private static Term term(TableFile.Row row) {
    var key =
        TermKey.parse(row.text("key"))
            .orElseThrow(
                () ->
                    row.wrong(
                        "key",
                        row.text("key"),
                        List.of(TermKey.values()).stream()
                            .map(TermKey::text)
                            .collect(Collectors.joining(", "))));
    var unit = row.constant("unit", TermUnit.class);
    if (!key.allows(unit)) {
      throw row.wrong("unit", unit.name(), "a unit of " + key.text());
    }
    if (!row.text("region").matches("\\d{0,6}")) {
      throw row.wrong("region", row.text("region"), "up to six digits");
    }
    if (row.text("source").isBlank()) {
      throw row.wrong("source", "", "where the value comes from");
    }
    return new Term(
        key,
        row.text("region"),
        row.date("from", FIRST),
        row.date("to", LAST),
        row.positive("value"),
        unit,
        row.constant("provenance", Provenance.class),
        row.text("source"));
  }

  private static boolean overlap(Term one, Term other) {
    return one.key() == other.key()
        && one.region().equals(other.region())
        && !one.from().isAfter(other.to())
        && !other.from().isAfter(one.to());
  }
}
