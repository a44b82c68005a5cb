package org.fundwatch.simulation;

/**
 * Identifiers of one person's encounters: a function of person and number, so that nobody has to
 * count across threads.
 */
final class Ids {

  private static final int BASE = 36;
  private static final int SUFFIXES = BASE * BASE * BASE * BASE;

  private Ids() {}

  /** An encounter and one of its settlements. */
  record Pair(String encounter, String settlement) {}

  /**
   * @param person index of the person
   * @param number of the encounter within the person's life
   * @param part 0 for the settlement, more for further ones of the same encounter
   */
  static Pair of(int person, int number, int part) {
    String tail = Population.digits(person, 8) + Population.digits(number, 4);
    return new Pair("M99" + tail, "S99" + tail + part);
  }

  /** The traceability code of a pack: 7 digits of the product, 13 of the pack. */
  static String pack(String item, int person, int number, int pack) {
    int product = 8_000_000 + Math.floorMod(item.hashCode(), 1_000_000);
    return Integer.toString(product)
        + Population.digits(person, 7)
        + Population.digits(number, 4)
        + Population.digits(pack, 2);
  }

  /** Four characters that keep messages of one second apart. */
  static String suffix(String settlementId, int message) {
    long mixed = Rng.mix(settlementId.hashCode() * 31L + message * 7_777_777L);
    String text = Long.toString(Math.floorMod(mixed, (long) SUFFIXES), BASE);
    return "0".repeat(4 - text.length()) + text;
  }
}
