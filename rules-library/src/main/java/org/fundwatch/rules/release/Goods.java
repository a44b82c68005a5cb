package org.fundwatch.rules.release;

/** What a national code is for; the word begins the names of tables. */
enum Goods {
  DRUG("drug"),
  HERB("herb"),
  SERVICE("service"),
  CONSUMABLE("consumable");

  private final String word;

  Goods(String word) {
    this.word = word;
  }

  /** By the first letter: X and Z drugs, T herbal pieces, C consumables, digits services. */
  static Goods of(String code) {
    return switch (code.charAt(0)) {
      case 'C' -> CONSUMABLE;
      case 'T' -> HERB;
      default -> Character.isDigit(code.charAt(0)) ? SERVICE : DRUG;
    };
  }

  /** {@code drug-level-limits} for {@code level-limits}; herbs are drugs here. */
  String table(String name) {
    return (this == HERB ? DRUG : this).word + "-" + name;
  }
}
