package org.fundwatch.models.features;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.timeline.ItemTotal;

/** The charges of a stay, gone through once. Items unknown to the reference tables have no tags. */
final class Charges {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final Set<String> ACUTE_TAGS = Set.of("oxygen", "monitor", "icu");
  private static final int CATEGORIES = 100;

  private final long[] fenByCategory = new long[CATEGORIES];
  private final int items;
  private long topFen;
  private int infusedDrugs;
  private int acuteCare;

  Charges(List<ItemTotal> items) {
    this.items = items.size();
    for (ItemTotal item : items) {
      fenByCategory[number(item.category())] += item.amountFen();
      topFen = Math.max(topFen, item.amountFen());
      if (item.countE4() > 0) {
        REFERENCE.item(item.item()).ifPresent(this::count);
      }
    }
  }

  private void count(Item item) {
    if (item.route().equals("iv") || item.route().equals("injection")) {
      infusedDrugs++;
    }
    if (!Collections.disjoint(item.tags(), ACUTE_TAGS)) {
      acuteCare++;
    }
  }

  /** How many different items were charged. */
  int items() {
    return items;
  }

  /** Charges of the categories numbered so in {@code med_chrgitm_type}. */
  long fen(int... categories) {
    long fen = 0;
    for (int category : categories) {
      fen += fenByCategory[category];
    }
    return fen;
  }

  /** Charges of the dearest item. */
  long topFen() {
    return topFen;
  }

  /** Different drugs injected or infused. */
  int infusedDrugs() {
    return infusedDrugs;
  }

  /** Different items of oxygen, monitoring and intensive care. */
  int acuteCare() {
    return acuteCare;
  }

  // Two digits; whatever else is written there counts as none of the categories asked for.
  private static int number(String category) {
    if (category.length() != 2) {
      return 0;
    }
    int tens = category.charAt(0) - '0';
    int ones = category.charAt(1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? 0 : 10 * tens + ones;
  }
}
