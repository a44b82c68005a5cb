package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;

/** A drug that a person fetched, against what earlier visits had supplied. */
public final class SupplyView {

  private static final double DAY_MILLIS = 86_400_000.0;

  private final Encounter visit;
  private final ItemTotal drug;
  private final List<Encounter> earlier;

  /**
   * A drug of a visit.
   *
   * @param earlier visits within the rule's look-back that supplied the same drug, in order
   */
  public SupplyView(Encounter visit, ItemTotal drug, List<Encounter> earlier) {
    this.visit = visit;
    this.drug = drug;
    this.earlier = List.copyOf(earlier);
  }

  @Described("med_list_codg")
  public String item() {
    return drug.item();
  }

  @Described("days that this visit's quantity lasts")
  public double days() {
    return drug.supplyDaysE2() / 100.0;
  }

  @Described("charged for it at this visit, in fen")
  public long amountFen() {
    return drug.amountFen();
  }

  @Described("days that earlier supplies still last when this one is fetched, taken one a day")
  public double daysLeft() {
    double stock = 0;
    long at = visit.beginMillis();
    for (Encounter supply : earlier) {
      stock = Math.max(0, stock - Math.max(0, supply.beginMillis() - at) / DAY_MILLIS);
      at = supply.beginMillis();
      stock += suppliedDays(supply);
    }
    return Math.max(0, stock - (visit.beginMillis() - at) / DAY_MILLIS);
  }

  @Described("days supplied by the earlier visits")
  public double earlierDays() {
    return earlier.stream().mapToDouble(this::suppliedDays).sum();
  }

  @Described("from the first earlier supply to this visit, 0 without one")
  public @Span long elapsed() {
    return earlier.isEmpty() ? 0 : visit.beginMillis() - earlier.get(0).beginMillis();
  }

  @Described("earlier visits that supplied it")
  public long earlierVisits() {
    return earlier.size();
  }

  @Described("institutions that supplied it, this visit's among them")
  public long institutions() {
    List<String> codes = new ArrayList<>();
    codes.add(visit.head().institution().code());
    earlier.forEach(supply -> codes.add(supply.head().institution().code()));
    return codes.stream().distinct().count();
  }

  @Described("mdtrt_id of the earlier visits")
  public List<String> earlierEncounters() {
    return earlier.stream().map(Encounter::id).toList();
  }

  /** The earlier visits that begin no longer than a span before this one. */
  List<Encounter> within(long spanMillis) {
    int from = earlier.size();
    while (from > 0 && visit.beginMillis() - earlier.get(from - 1).beginMillis() <= spanMillis) {
      from--;
    }
    return earlier.subList(from, earlier.size());
  }

  /** The visit that supplies it now. */
  Encounter visit() {
    return visit;
  }

  double suppliedDays(Encounter supply) {
    long days = 0;
    List<ItemTotal> items = supply.items();
    for (int i = 0; i < items.size(); i++) {
      ItemTotal item = items.get(i);
      if (item.item().equals(drug.item())) {
        days += item.supplyDaysE2();
      }
    }
    return days / 100.0;
  }
}
