package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.ItemTotal;
import org.fundwatch.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** An item charged in an encounter, with its earlier uses within the rule's look-back. */
public final class ItemUseView {

  private static final double E4 = 10_000.0;

  private final Encounter encounter;
  private final ItemTotal total;
  private final Timeline all;
  private final long lookbackMillis;
  private @Nullable List<EncounterView> earlier;

  /**
   * An item of an encounter.
   *
   * @param total of the item in the encounter
   */
  public ItemUseView(Encounter encounter, ItemTotal total, Timeline all, long lookbackMillis) {
    this.encounter = encounter;
    this.total = total;
    this.all = all;
    this.lookbackMillis = lookbackMillis;
  }

  @Described("med_list_codg")
  public String item() {
    return total.item();
  }

  @Described("med_chrgitm_type")
  public String category() {
    return total.category();
  }

  @Described("quantity in this encounter")
  public double count() {
    return total.countE4() / E4;
  }

  @Described("days on which it was charged in this encounter")
  public long days() {
    return total.days();
  }

  @Described("charged for it in this encounter, in fen")
  public long amountFen() {
    return total.amountFen();
  }

  @Described("days that a drug lasts, 0 for other items")
  public double supplyDays() {
    return total.supplyDaysE2() / 100.0;
  }

  @Described("earlier encounters that charged it, in order")
  public List<EncounterView> earlier() {
    List<EncounterView> known = earlier;
    if (known == null) {
      known = new ArrayList<>(0);
      for (Encounter one : all.chargedBefore(encounter, lookbackMillis, total.item())) {
        if (count(one) > 0) {
          known.add(new EncounterView(one));
        }
      }
      earlier = known;
    }
    return known;
  }

  @Described("from the begin of the last earlier use to this encounter's begin, 0 without one")
  public @Span long sinceLast() {
    List<EncounterView> known = earlier();
    return known.isEmpty() ? 0 : encounter.beginMillis() - known.get(known.size() - 1).begin();
  }

  double countWithin(long spanMillis) {
    long sum = total.countE4();
    for (EncounterView one : within(spanMillis)) {
      sum += count(one.encounter());
    }
    return sum / E4;
  }

  long daysWithin(long spanMillis) {
    long sum = total.days();
    for (EncounterView one : within(spanMillis)) {
      for (ItemTotal item : one.encounter().items()) {
        sum += item.item().equals(total.item()) ? item.days() : 0;
      }
    }
    return sum;
  }

  long amountWithin(long spanMillis) {
    long sum = total.amountFen();
    for (EncounterView one : within(spanMillis)) {
      for (ItemTotal item : one.encounter().items()) {
        sum += item.item().equals(total.item()) ? item.amountFen() : 0;
      }
    }
    return sum;
  }

  private List<EncounterView> within(long spanMillis) {
    return earlier().stream()
        .filter(one -> encounter.beginMillis() - one.begin() <= spanMillis)
        .toList();
  }

  private long count(Encounter one) {
    long sum = 0;
    List<ItemTotal> items = one.items();
    for (int i = 0; i < items.size(); i++) {
      ItemTotal item = items.get(i);
      sum += item.item().equals(total.item()) ? item.countE4() : 0;
    }
    return sum;
  }
}
