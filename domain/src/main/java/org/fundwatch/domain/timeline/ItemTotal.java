package org.fundwatch.domain.timeline;

/**
 * What an encounter was charged for one item, refunds taken off.
 *
 * @param item {@code med_list_codg}
 * @param category {@code med_chrgitm_type}
 * @param countE4 quantity in ten-thousandths
 * @param amountFen amount in fen
 * @param supplyDaysE2 days the drug lasts, in hundredths, summed over lines; 0 for other items
 * @param days days on which it was charged and not wholly refunded; of a stay settled in parts the
 *     sum over its parts
 */
public record ItemTotal(
    String item, String category, long countE4, long amountFen, long supplyDaysE2, int days) {

  ItemTotal plus(ItemTotal other) {
    return new ItemTotal(
        item,
        category,
        countE4 + other.countE4,
        amountFen + other.amountFen,
        supplyDaysE2 + other.supplyDaysE2,
        days + other.days);
  }

  /** As the total of one day: charged on it where something remains after refunds. */
  ItemTotal charged() {
    return new ItemTotal(item, category, countE4, amountFen, supplyDaysE2, countE4 > 0 ? 1 : 0);
  }
}
