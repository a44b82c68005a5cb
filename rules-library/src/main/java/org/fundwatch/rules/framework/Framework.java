package org.fundwatch.rules.framework;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The authored lists, read once. */
public final class Framework {

  private static final List<NationalRule> NATIONAL =
      read("national-rules.csv", Framework::nationalRule);

  private static final List<CatalogueRule> CATALOGUE =
      read(
          "catalogue.csv",
          row ->
              new CatalogueRule(
                  row.getField("id"), row.getField("name"), row.getField("gate"), gap(row)));

  private Framework() {}

  /** The rules of both editions of the national framework, in the order of 2025. */
  public static List<NationalRule> nationalRules() {
    return NATIONAL;
  }

  /** The rules of our catalogue, then its data gates. */
  public static List<CatalogueRule> catalogue() {
    return CATALOGUE;
  }

  /** Every official name. */
  public static List<String> officialNames() {
    return NATIONAL.stream().map(NationalRule::name).toList();
  }

  /** Every official code that is public. */
  public static List<String> officialCodes() {
    return NATIONAL.stream().map(NationalRule::code).filter(code -> !code.isEmpty()).toList();
  }

  private static NationalRule nationalRule(NamedCsvRecord row) {
    List<String> editions = Arrays.asList(row.getField("editions").split(" "));
    return new NationalRule(
        row.getField("name"),
        row.getField("code"),
        row.getField("class"),
        row.getField("subclass"),
        editions.contains("1.0"),
        editions.contains("2025"),
        row.getField("renamed"),
        gap(row));
  }

  private static Gap gap(NamedCsvRecord row) {
    return new Gap(row.getField("needed"), row.getField("why"));
  }

  private static <T> List<T> read(String file, Function<NamedCsvRecord, T> reader) {
    try (Reader text =
            new InputStreamReader(
                Objects.requireNonNull(Framework.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text);
        Stream<NamedCsvRecord> rows = csv.stream()) {
      return rows.map(reader).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
