package org.fundwatch.alertapi.security;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parts of the country: an administrative division and all below it, several of them, or the
 * nation.
 *
 * @param prefixes beginnings of administrative division codes: two digits for a province, four for
 *     a city, six for a county; the empty one is the nation. None at all is nowhere
 */
public record Regions(Set<String> prefixes) {
  /** Everywhere, as the settings write it. */
  public static final String NATION_SIGN = "*";

  /** Everywhere, also where the region is not known. */
  public static final Regions NATION = new Regions(Set.of(""));

  /** Nowhere. */
  public static final Regions NOWHERE = new Regions(Set.of());

  private static final Pattern CODE = Pattern.compile("(\\d{2}){1,3}");
  private static final int LEVEL_DIGITS = 2;

  public Regions {
    prefixes = Set.copyOf(prefixes);
  }

  /**
   * The regions of codes such as {@code 32}, {@code 3201} or {@code 320100}, or {@value
   * #NATION_SIGN} for the nation. An empty text is nowhere: a value that somebody forgot to fill in
   * must not open the country.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Regions parse(Collection<String> codes) {
    return new Regions(
        codes.stream()
            .map(String::strip)
            .filter(code -> !code.isEmpty())
            .map(Regions::prefix)
            .collect(Collectors.toSet()));
  }

  /**
   * True when a code lies in one of these; one that is not known (empty) lies in the nation alone.
   */
  public boolean contain(String code) {
    return prefixes.stream().anyMatch(code::startsWith);
  }

  /** These and others. */
  public Regions and(Regions others) {
    var all = new TreeSet<>(prefixes);
    all.addAll(others.prefixes);
    return new Regions(all);
  }

  /** Documents whose field lies in one of these. */
  public Query filter(String field) {
    if (prefixes.contains("")) {
      return Query.of(q -> q.matchAll(all -> all));
    }
    var any =
        prefixes.stream()
            .sorted()
            .map(prefix -> Query.of(q -> q.prefix(p -> p.field(field).value(prefix))))
            .toList();
    return switch (any.size()) {
      case 0 -> Query.of(q -> q.matchNone(none -> none));
      case 1 -> any.get(0);
      default -> Query.of(q -> q.bool(bool -> bool.should(any).minimumShouldMatch("1")));
    };
  }

  /**
   * The smallest region that holds all of the codes: what belongs to two cities belongs to their
   * province, what belongs to two provinces, or to nobody knows which, to the nation (empty).
   */
  public static String common(Collection<String> codes) {
    Iterator<String> each = codes.iterator();
    var common = each.hasNext() ? each.next() : "";
    while (each.hasNext()) {
      var other = each.next();
      while (!other.startsWith(common)) {
        common = common.substring(0, Math.max(0, common.length() - LEVEL_DIGITS));
      }
    }
    return common;
  }

  /** The codes as one text, {@value #NATION_SIGN} for the nation. */
  @Override
  public String toString() {
    return prefixes.stream()
        .map(prefix -> prefix.isEmpty() ? NATION_SIGN : prefix)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static String prefix(String code) {
    if (code.equals(NATION_SIGN)) {
      return "";
    }
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "region '%s': two, four or six digits of an administrative division, or %s for the nation"
              .formatted(code, NATION_SIGN));
    }
    // The full code of a province ends in four zeros, that of a city in two.
    return code.replaceFirst("(00)+$", "");
  }
}
