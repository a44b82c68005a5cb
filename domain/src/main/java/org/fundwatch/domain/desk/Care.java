package org.fundwatch.domain.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fundwatch.domain.settlement.Amounts;
import org.fundwatch.domain.settlement.Grouping;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.Stay;
import org.fundwatch.domain.timeline.ItemTotal;
import org.fundwatch.domain.timeline.SettlementFact;

/**
 * What was done and paid at a settlement, in short: what an institution's month is judged by.
 *
 * @param beginMillis admission of a stay, else the settlement
 * @param endMillis discharge of a stay, else the settlement
 * @param stay true for an inpatient stay
 * @param mainDiagnosis code of the main diagnosis, may be empty
 * @param group group of DRG or DIP, empty where there is none
 * @param weightE4 relative weight of the group in ten-thousandths
 * @param standardFen payment standard of the group
 * @param admissionWay {@code adm_way}, empty for a visit
 * @param dischargeWay {@code dscg_way}, empty for a visit
 * @param readmissionPlanned true where the settlement list announces a readmission
 * @param newbornDays {@code nwb_age}, 0 unless younger than a year
 * @param accountFen {@code acct_pay}
 * @param cashFen {@code psn_cash_pay}
 * @param categoryFen charges by {@code med_chrgitm_type}, 01 first, 14 last
 * @param ctFen charges of computed tomography (national item codes 002103...)
 * @param magneticFen charges of magnetic resonance imaging (national item codes 002102...)
 * @param pattern hash of the charged items and quantities, 0 where nothing was charged
 */
public record Care(
    long beginMillis,
    long endMillis,
    boolean stay,
    String mainDiagnosis,
    String group,
    int weightE4,
    long standardFen,
    String admissionWay,
    String dischargeWay,
    boolean readmissionPlanned,
    int newbornDays,
    long accountFen,
    long cashFen,
    List<Long> categoryFen,
    long ctFen,
    long magneticFen,
    long pattern) {

  /** Number of charge categories. */
  public static final int CATEGORIES = 14;

  /** Nothing known. */
  public static final Care NONE =
      new Care(
          0,
          0,
          false,
          "",
          "",
          0,
          0,
          "",
          "",
          false,
          0,
          0,
          0,
          Collections.nCopies(CATEGORIES, 0L),
          0,
          0,
          0);

  private static final String CT = "002103";
  private static final String MAGNETIC = "002102";
  private static final int HASH_FACTOR = 31;

  public Care {
    categoryFen = List.copyOf(categoryFen);
  }

  /** The care of a settlement as it stands. */
  static Care of(SettlementFact fact) {
    Settlement head = fact.head();
    Amounts amounts = head.amounts();
    Stay stay = head.stay();
    Grouping grouping = head.grouping();
    List<ItemTotal> items = fact.items();
    return new Care(
        head.beginMillis(),
        head.endMillis(),
        stay != null,
        head.mainDiagnosis(),
        grouping == null ? "" : grouping.code(),
        grouping == null ? 0 : grouping.weightE4(),
        grouping == null ? 0 : grouping.standardFen(),
        stay == null ? "" : stay.admissionWay(),
        stay == null ? "" : stay.dischargeWay(),
        stay != null && stay.readmissionPlanned(),
        stay == null ? 0 : stay.newbornDays(),
        amounts.accountFen(),
        amounts.cashFen(),
        byCategory(items),
        withPrefix(items, CT),
        withPrefix(items, MAGNETIC),
        pattern(items));
  }

  /** The care of a stay whose later part this is, settled in parts. */
  public Care after(Care earlier) {
    List<Long> sums = new ArrayList<>(CATEGORIES);
    for (int i = 0; i < CATEGORIES; i++) {
      sums.add(categoryFen.get(i) + earlier.categoryFen.get(i));
    }
    return new Care(
        Math.min(beginMillis, earlier.beginMillis),
        Math.max(endMillis, earlier.endMillis),
        stay,
        mainDiagnosis,
        group,
        weightE4,
        standardFen,
        earlier.admissionWay,
        dischargeWay,
        readmissionPlanned,
        newbornDays,
        accountFen + earlier.accountFen,
        cashFen + earlier.cashFen,
        sums,
        ctFen + earlier.ctFen,
        magneticFen + earlier.magneticFen,
        pattern == 0 ? earlier.pattern : HASH_FACTOR * earlier.pattern + pattern);
  }

  private static List<Long> byCategory(List<ItemTotal> items) {
    long[] sums = new long[CATEGORIES];
    for (ItemTotal item : items) {
      int place = place(item.category());
      if (place >= 0) {
        sums[place] += item.amountFen();
      }
    }
    List<Long> list = new ArrayList<>(CATEGORIES);
    for (long sum : sums) {
      list.add(sum);
    }
    return list;
  }

  private static int place(String category) {
    if (category.length() != 2 || !Character.isDigit(category.charAt(0))) {
      return -1;
    }
    int number =
        Character.digit(category.charAt(0), 10) * 10 + Character.digit(category.charAt(1), 10);
    return number >= 1 && number <= CATEGORIES ? number - 1 : -1;
  }

  private static long withPrefix(List<ItemTotal> items, String prefix) {
    long sum = 0;
    for (ItemTotal item : items) {
      if (item.item().startsWith(prefix)) {
        sum += item.amountFen();
      }
    }
    return sum;
  }

  // Items come sorted, so equal bills have equal hashes; the number is never the only evidence.
  private static long pattern(List<ItemTotal> items) {
    long hash = 0;
    for (ItemTotal item : items) {
      hash = HASH_FACTOR * (HASH_FACTOR * hash + item.item().hashCode()) + item.countE4();
    }
    return hash;
  }
}
