package org.fundwatch.rules.release;

import java.util.Locale;

/** What a national code is for. */
enum Goods {
  DRUG,
  SERVICE,
  CONSUMABLE;

  /** By the first letter: digits are services, C consumables, the others drugs and herbs. */
  static Goods of(String code) {
    char first = code.charAt(0);
    return first == 'C' ? CONSUMABLE : Character.isDigit(first) ? SERVICE : DRUG;
  }

  /** The table of these goods: {@code drug-courses} for {@code courses}. */
  String table(String name) {
    return name().toLowerCase(Locale.ROOT) + "-" + name;
  }
}
