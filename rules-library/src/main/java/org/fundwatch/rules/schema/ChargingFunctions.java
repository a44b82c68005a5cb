package org.fundwatch.rules.schema;

import java.util.List;
import org.fundwatch.domain.timeline.ItemTotal;

/** Functions of the rules on charging: services, consumables, their prices and quantities. */
public final class ChargingFunctions {

  private static final double E4 = 10_000.0;

  private ChargingFunctions() {}

  @Described("the words of a text, split at blanks; none of an empty one")
  public static List<String> words(String text) {
    String trimmed = text.trim();
    return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("\\s+"));
  }

  @Described("amount of another item on the same day in fen, 0 where it was not charged")
  public static long amountOf(ItemDayView day, String item) {
    return day.charged(item) ? day.sibling(item).amountFen() : 0;
  }

  @Described("quantity of an item in an encounter, refunds taken off; 0 where it was not charged")
  public static double itemCount(EncounterView encounter, String item) {
    for (ItemTotal total : encounter.encounter().items()) {
      if (total.item().equals(item)) {
        return total.countE4() / E4;
      }
    }
    return 0;
  }
}
