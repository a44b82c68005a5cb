package org.fundwatch.domain.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.NetLines;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * What a person's history keeps of one event: the settlement's head and its charges by item.
 *
 * @param kind settled, mid-stay, amended or packs
 * @param messageId the event's message
 * @param sentMillis when it was sent
 * @param head the settlement without its bulk
 * @param items charges by item, sorted by code
 * @param activeDays see {@link Encounter#activeDays}
 * @param chargedDays see {@link Encounter#chargedDays}
 */
public record SettlementFact(
    EventKind kind,
    String messageId,
    long sentMillis,
    Settlement head,
    List<ItemTotal> items,
    List<Integer> activeDays,
    List<Integer> chargedDays) {

  // Bed, consultation and nursing are charged for mere presence.
  private static final Set<String> PRESENCE = Set.of("01", "02", "07");

  public SettlementFact {
    items = List.copyOf(items);
    activeDays = List.copyOf(activeDays);
    chargedDays = List.copyOf(chargedDays);
  }

  /** The fact of an event that settles or amends. */
  public static SettlementFact of(SettlementEvent event) {
    NetLines net = NetLines.of(event.settlement().lines());
    List<FeeLine> lines = net.charged();
    if (!net.unmatched().isEmpty()) {
      lines = new ArrayList<>(lines);
      lines.addAll(net.unmatched());
    }
    return new SettlementFact(
        event.kind(),
        event.messageId(),
        event.sentMillis(),
        event.settlement().head(),
        totals(lines),
        days(lines, false),
        days(lines, true));
  }

  /** True where it makes the settlement, rather than saying more about it. */
  public boolean settles() {
    return kind == EventKind.SETTLED || kind == EventKind.MID_STAY;
  }

  /** True for the settlement list of a settlement. */
  public boolean isList() {
    return kind == EventKind.AMENDED;
  }

  /**
   * Of two statements on the same settlement the one sent later; a tie goes to the message id, and
   * of one message that says two things to what it says, so that the order of arrival never counts.
   */
  public SettlementFact later(SettlementFact other) {
    int order = Long.compare(sentMillis, other.sentMillis);
    if (order == 0) {
      order = messageId.compareTo(other.messageId);
    }
    if (order == 0 && !equals(other)) {
      order = toString().compareTo(other.toString());
    }
    return order >= 0 ? this : other;
  }

  /** This settlement as its settlement list corrects it: what the list leaves empty stays. */
  SettlementFact amendedBy(SettlementFact list) {
    Settlement a = list.head;
    Settlement merged =
        new Settlement(
            head.settlementId(),
            head.encounterId(),
            head.originalSettlementId(),
            head.person(),
            head.institution(),
            head.insurance(),
            head.medType(),
            head.settledMillis(),
            a.doctor().isEmpty() ? head.doctor() : a.doctor(),
            head.midStay(),
            head.codeSet(),
            a.amounts().totalFen() == 0 ? head.amounts() : a.amounts(),
            a.stay() == null ? head.stay() : a.stay(),
            a.grouping() == null ? head.grouping() : a.grouping(),
            a.diagnoses().isEmpty() ? head.diagnoses() : a.diagnoses(),
            a.operations().isEmpty() ? head.operations() : a.operations(),
            List.of(),
            List.of(),
            List.of());
    boolean keepsLines = list.items.isEmpty();
    return new SettlementFact(
        kind,
        messageId,
        sentMillis,
        merged,
        keepsLines ? items : list.items,
        keepsLines ? activeDays : list.activeDays,
        keepsLines ? chargedDays : list.chargedDays);
  }

  static List<ItemTotal> sum(Collection<ItemTotal> totals) {
    Map<String, ItemTotal> byItem = new TreeMap<>();
    for (ItemTotal total : totals) {
      byItem.merge(total.item() + '/' + total.category(), total, ItemTotal::plus);
    }
    // What one part of a stay charged and a later part took back was never charged.
    byItem.values().removeIf(total -> total.countE4() == 0 && total.amountFen() == 0);
    return List.copyOf(byItem.values());
  }

  private static List<ItemTotal> totals(List<FeeLine> lines) {
    record DayItem(int day, String item, String category) {}
    Map<DayItem, ItemTotal> byDay = new HashMap<>();
    for (FeeLine line : lines) {
      long sign = line.countE4() < 0 ? -1 : 1;
      int day = (int) ShanghaiTime.epochDay(line.occurredMillis());
      byDay.merge(
          new DayItem(day, line.item(), line.category()),
          new ItemTotal(
              line.item(),
              line.category(),
              line.countE4(),
              line.amountFen(),
              sign * line.supplyDaysE2(),
              0),
          ItemTotal::plus);
    }
    List<ItemTotal> totals = new ArrayList<>(byDay.size());
    byDay.values().forEach(total -> totals.add(total.charged()));
    return sum(totals);
  }

  // A day counts where some item's quantity of that day is still positive after refunds.
  private static List<Integer> days(List<FeeLine> lines, boolean withPresence) {
    record DayItem(int day, String item) {}
    Map<DayItem, Long> counts = new HashMap<>();
    for (FeeLine line : lines) {
      if (withPresence || !PRESENCE.contains(line.category())) {
        int day = (int) ShanghaiTime.epochDay(line.occurredMillis());
        counts.merge(new DayItem(day, line.item()), line.countE4(), Long::sum);
      }
    }
    TreeSet<Integer> days = new TreeSet<>();
    counts.forEach(
        (key, count) -> {
          if (count > 0) {
            days.add(key.day());
          }
        });
    return List.copyOf(days);
  }
}
