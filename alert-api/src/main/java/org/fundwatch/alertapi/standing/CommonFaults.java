package org.fundwatch.alertapi.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.security.Caller;

/** What is asked of every mark. */
public final class CommonFaults {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private CommonFaults() {}

  /**
   * Why nobody can propose this, whatever kind of mark it is; more can be added.
   *
   * @param latest day on which it can begin to count
   */
  public static List<FieldFault> of(Marked content, LocalDate latest, Caller caller) {
    var faults = new ArrayList<FieldFault>();
    if (!caller.sees(content.region())) {
      faults.add(new FieldFault("region", content.region(), "within " + caller.reach()));
    }
    if (content.day().isAfter(latest) || content.day().isBefore(EARLIEST)) {
      faults.add(
          new FieldFault("day", content.day().toString(), "%s to %s".formatted(EARLIEST, latest)));
    }
    return faults;
  }

  /** Why so much of a mark cannot be repaired today, whatever kind of mark it is. */
  public static List<FieldFault> ofRepair(Mark<?> mark, int amount, LocalDate today) {
    var faults = new ArrayList<FieldFault>();
    if (amount > mark.weight()) {
      faults.add(new FieldFault("amount", "" + amount, "1 to " + mark.weight()));
    }
    if (today.isAfter(mark.content().until())) {
      faults.add(
          new FieldFault(
              "amount", "" + amount, "nothing: it has counted until " + mark.content().until()));
    }
    return faults;
  }
}
