package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.ItemTotal;

/** Functions of the rules on charging: services, consumables, their prices and quantities. */
public final class ChargingFunctions {

  private static final double E4 = 10_000.0;
  private static final double E6 = 1_000_000.0;

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

  @Described("charged for the item in this and earlier encounters that begin within a span, in fen")
  public static long amountWithin(ItemUseView use, @Span long span) {
    return use.amountWithin(span);
  }

  @Described(
      "lines dated before the day of admission or after the day of discharge, none of a visit")
  public static List<LineView> datedOutside(SettlementView settlement) {
    if (!settlement.stay() || !settlement.ended()) {
      return List.of();
    }
    long from = ShanghaiTime.startOfDay(ShanghaiTime.epochDay(settlement.begin()));
    long to = ShanghaiTime.startOfDay(ShanghaiTime.epochDay(settlement.end()) + 1);
    List<LineView> outside = new ArrayList<>(0);
    for (FeeLine line : settlement.net()) {
      if (line.occurredMillis() < from || line.occurredMillis() >= to) {
        outside.add(new LineView(line));
      }
    }
    return outside;
  }

  @Described(
      "the institution's own codes of services that one settlement charges as more than one"
          + " national item")
  public static List<String> doublyMapped(SettlementView settlement) {
    Map<String, String> items = new HashMap<>();
    TreeSet<String> doubled = new TreeSet<>();
    for (FeeLine line : settlement.net()) {
      if (mapped(line)) {
        String before = items.putIfAbsent(line.localItem(), line.item());
        if (before != null && !before.equals(line.item())) {
          doubled.add(line.localItem());
        }
      }
    }
    return List.copyOf(doubled);
  }

  @Described("true where an own code was charged as one national item up to a day, as others after")
  public static boolean switched(SettlementView settlement, String localItem) {
    List<FeeLine> lines = new ArrayList<>();
    for (FeeLine line : settlement.net()) {
      if (line.localItem().equals(localItem)) {
        lines.add(line);
      }
    }
    lines.sort(Comparator.comparingLong(FeeLine::occurredMillis));
    int changes = 0;
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).item().equals(lines.get(i - 1).item())) {
        changes++;
        if (ShanghaiTime.epochDay(lines.get(i).occurredMillis())
            == ShanghaiTime.epochDay(lines.get(i - 1).occurredMillis())) {
          return false;
        }
      }
    }
    return changes == 1;
  }

  @Described("charged under an own code above its lowest unit price in the settlement, in fen")
  public static long aboveLowestPrice(SettlementView settlement, String localItem) {
    long lowest = Long.MAX_VALUE;
    for (FeeLine line : settlement.net()) {
      if (line.localItem().equals(localItem)) {
        lowest = Math.min(lowest, line.priceE6());
      }
    }
    long above = 0;
    for (FeeLine line : settlement.net()) {
      if (line.localItem().equals(localItem)) {
        above += Math.round((line.priceE6() - lowest) / E4 * line.countE4() / E4);
      }
    }
    return above;
  }

  @Described("days on which a settlement charges both of two items")
  public static long daysTogether(SettlementView settlement, String item, String other) {
    Set<Long> days = new HashSet<>();
    for (FeeLine line : settlement.net()) {
      if (line.item().equals(item)) {
        days.add(ShanghaiTime.epochDay(line.occurredMillis()));
      }
    }
    Set<Long> together = new HashSet<>();
    for (FeeLine line : settlement.net()) {
      long day = ShanghaiTime.epochDay(line.occurredMillis());
      if (line.item().equals(other) && days.contains(day)) {
        together.add(day);
      }
    }
    return together.size();
  }

  @Described("services whose unit price is above the limit on their line by more than so many yuan")
  public static List<LineView> aboveLimit(SettlementView settlement, double yuan) {
    List<LineView> above = new ArrayList<>(0);
    for (FeeLine line : settlement.net()) {
      if (line.priceLimitE6() > 0
          && line.priceE6() - line.priceLimitE6() > yuan * E6 + 0.5
          && service(line)) {
        above.add(new LineView(line));
      }
    }
    return above;
  }

  @Described("lines of the class that the person pays wholly (03) that count in the fund's scope")
  public static List<LineView> selfPaidInScope(SettlementView settlement) {
    List<LineView> wrong = new ArrayList<>(0);
    for (FeeLine line : settlement.net()) {
      if (line.payClass().equals("03")
          && line.inScopeFen() > 0
          && line.ownPayFen() < line.amountFen()) {
        wrong.add(new LineView(line));
      }
    }
    return wrong;
  }

  // Drugs and material of several makers share an own code.
  private static boolean mapped(FeeLine line) {
    return !line.localItem().isEmpty() && service(line);
  }

  private static boolean service(FeeLine line) {
    return switch (line.category()) {
      case "08", "09", "10", "11" -> false;
      default -> true;
    };
  }
}
