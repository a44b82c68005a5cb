package org.fundwatch.domain.timeline;

import java.util.List;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.settlement.Settlement;

/**
 * One visit or stay as its settlements together tell it, reversals and corrections applied.
 *
 * @param head the settlement without lines; of several (a stay settled in parts) amounts are
 *     summed, admission is the first, discharge the last
 * @param settlementIds the settlements it was put together from, sorted
 * @param items charged items, sorted by code
 * @param activeDays days (since 1970-01-01) on which something other than bed, nursing and
 *     consultation was charged, sorted
 * @param chargedDays days on which anything was charged, sorted
 */
public record Encounter(
    Settlement head,
    List<String> settlementIds,
    List<ItemTotal> items,
    List<Integer> activeDays,
    List<Integer> chargedDays) {

  public Encounter {
    settlementIds = List.copyOf(settlementIds);
    items = List.copyOf(items);
    activeDays = List.copyOf(activeDays);
    chargedDays = List.copyOf(chargedDays);
  }

  /** The encounter's identifier, {@code mdtrt_id}. */
  public String id() {
    return head.encounterId();
  }

  /** True for an inpatient stay. */
  public boolean isStay() {
    return head.stay() != null && MedType.of(head.medType()) == MedType.INPATIENT;
  }

  /** First moment: admission of a stay, settlement of a visit. */
  public long beginMillis() {
    return head.beginMillis();
  }

  /** Last moment: discharge of a stay, settlement of a visit. */
  public long endMillis() {
    return head.endMillis();
  }

  /** True where an item is among the charges, even if all of it was taken back. */
  public boolean charged(String item) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).item().equals(item)) {
        return true;
      }
    }
    return false;
  }

  /** Sum of the charges of one category ({@code med_chrgitm_type}), in fen. */
  public long categoryFen(String category) {
    long sum = 0;
    for (ItemTotal item : items) {
      if (item.category().equals(category)) {
        sum += item.amountFen();
      }
    }
    return sum;
  }
}
