package org.fundwatch.domain.timeline;

/**
 * What an encounter was charged for one item, refunds taken off.
 *
 * @param item {@code med_list_codg}
 * @param category {@code med_chrgitm_type}
 * @param countE4 quantity in ten-thousandths
 * @param amountFen amount in fen
 * @param supplyDaysE2 days the drug lasts, in hundredths, summed over lines; 0 for other items
 */
public record ItemTotal(
    String item, String category, long countE4, long amountFen, long supplyDaysE2) {

  ItemTotal plus(ItemTotal other) {
    return new ItemTotal(
        item,
        category,
        countE4 + other.countE4,
        amountFen + other.amountFen,
        supplyDaysE2 + other.supplyDaysE2);
  }
}
