package org.fundwatch.rules.release;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.fundwatch.domain.money.Fen;
import org.jspecify.annotations.Nullable;

/**
 * A column of a registry.
 *
 * @param name in our table
 * @param headers what the registry may call it
 * @param check what its cells hold
 * @param absent what an empty or missing cell means; null where there must be one
 */
record RegistryColumn(String name, Pattern headers, Check check, @Nullable String absent) {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{4,30}");
  private static final Pattern DIAGNOSIS =
      Pattern.compile(
          "[A-Z]\\d{2}(\\.[0-9x]\\d{0,2}(x\\d{3})?)?([+*]|\\+[A-Z]\\d{2}(\\.\\d)?\\*)?");
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:+*/-]{0,39}");
  private static final Pattern DECIMAL = Pattern.compile("(?=.*[1-9])[0-9]{1,5}(\\.[0-9]{1,4})?");
  private static final Pattern YUAN = Pattern.compile("(?=.*[1-9])[0-9]{1,8}(\\.[0-9]{1,2})?");
  private static final Pattern PERSON_NO = Pattern.compile("[A-Za-z0-9]{4,30}");
  private static final Pattern TOKEN = Pattern.compile("T[0-9a-f]{32}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("[uuuu-M-d][uuuu/M/d][uuuu'年'M'月'd'日'][uuuuMMdd]")
          .withResolverStyle(ResolverStyle.STRICT);

  /** Brings a cell to our form. */
  @FunctionalInterface
  interface Check {
    String read(String cell, UnaryOperator<String> token) throws NotUnderstoodException;
  }

  static RegistryColumn text(String name, String headers) {
    return column(name, headers, (cell, token) -> Words.oneLine(cell));
  }

  static RegistryColumn code(String name, String headers) {
    return column(
        name, headers, (cell, token) -> matching(name, cell, CODE, "4 to 30 letters and digits"));
  }

  /** A diagnosis, or the beginning of one. */
  static RegistryColumn diagnosis(String name, String headers) {
    return column(
        name,
        headers,
        (cell, token) -> matching(name, cell, DIAGNOSIS, "a code such as J18.900 or J18"));
  }

  /** A group of diagnoses or of stays. */
  static RegistryColumn group(String name, String headers) {
    return column(
        name,
        headers,
        (cell, token) -> matching(name, cell, GROUP, "letters, digits and .:+*/- without blanks"));
  }

  /** A positive number of at most four decimals. */
  static RegistryColumn decimal(String name, String headers) {
    return column(
        name,
        headers,
        (cell, token) ->
            matching(name, cell, DECIMAL, "a number above 0 with at most four decimals"));
  }

  /** An amount of yuan, kept in fen. */
  static RegistryColumn yuan(String name, String headers) {
    return column(
        name,
        headers,
        (cell, token) ->
            String.valueOf(
                Fen.ofYuan(matching(name, cell, YUAN, "yuan above 0 with at most two decimals"))));
  }

  /** A person number, of which nothing but the token is kept, and nothing is told in messages. */
  static RegistryColumn person(String name, String headers) {
    return column(
        name,
        headers,
        (cell, token) -> {
          if (TOKEN.matcher(cell).matches()) {
            return cell;
          }
          if (!PERSON_NO.matcher(cell).matches()) {
            throw new NotUnderstoodException(
                name + ": no person number", "4 to 30 letters and digits, or a token");
          }
          return token.apply(cell);
        });
  }

  static RegistryColumn choice(String name, String headers, Map<String, String> words) {
    return column(
        name,
        headers,
        (cell, token) -> {
          String ours = words.get(Words.plain(cell));
          if (ours == null) {
            throw NotUnderstoodException.of(
                name, cell, "one of " + String.join(", ", new TreeSet<>(words.values())));
          }
          return ours;
        });
  }

  static RegistryColumn number(String name, String headers) {
    return column(
        name,
        headers,
        (cell, token) -> {
          if (!cell.matches("[0-9]{1,6}")) {
            throw NotUnderstoodException.of(name, cell, "a whole number from 0");
          }
          return String.valueOf(Integer.parseInt(cell));
        });
  }

  static RegistryColumn day(String name, String headers) {
    return column(
        name,
        headers,
        (cell, token) -> {
          try {
            return LocalDate.parse(Words.plain(cell), DAY).toString();
          } catch (DateTimeParseException e) {
            throw NotUnderstoodException.of(name, cell, "a day such as 2026-03-31");
          }
        });
  }

  /** The column, with what its absence means. */
  RegistryColumn or(String whenAbsent) {
    return new RegistryColumn(name, headers, check, whenAbsent);
  }

  /** A cell in our form. */
  String read(String cell, UnaryOperator<String> token) throws NotUnderstoodException {
    if (!cell.isEmpty()) {
      return check.read(cell, token);
    }
    if (absent == null) {
      throw new NotUnderstoodException("no " + name, "every row has one");
    }
    return absent;
  }

  private static RegistryColumn column(String name, String headers, Check check) {
    return new RegistryColumn(
        name, Pattern.compile("^(" + headers + ")$", Pattern.CASE_INSENSITIVE), check, null);
  }

  private static String matching(String name, String cell, Pattern form, String allowed)
      throws NotUnderstoodException {
    if (!form.matcher(cell).matches()) {
      throw NotUnderstoodException.of(name, cell, allowed);
    }
    return cell;
  }
}
