package org.fundwatch.rules.schema;

import org.fundwatch.domain.timeline.ItemTotal;

/** What an encounter was charged for one item, refunds taken off. */
public final class ItemView {

  private final ItemTotal total;

  public ItemView(ItemTotal total) {
    this.total = total;
  }

  @Described("med_list_codg")
  public String item() {
    return total.item();
  }

  @Described("med_chrgitm_type")
  public String category() {
    return total.category();
  }

  @Described("quantity")
  public double count() {
    return total.countE4() / 10_000.0;
  }

  @Described("amount in fen")
  public long amountFen() {
    return total.amountFen();
  }

  @Described("days the drug lasts, 0 for other items")
  public double supplyDays() {
    return total.supplyDaysE2() / 100.0;
  }

  @Described("days on which it was charged")
  public long days() {
    return total.days();
  }
}
