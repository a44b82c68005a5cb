package org.fundwatch.rules.schema;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fundwatch.domain.reference.HospitalLevel;
import org.fundwatch.domain.reference.Reference;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.ItemTotal;

/** Functions over admissions, discharges and the days between them. All are total. */
public final class AdmissionFunctions {

  private static final Reference REFERENCE = Reference.builtIn();
  // 00 and the six digits of the national class of services, such as 00210300 for CT.
  private static final int SERVICE_CLASS = 8;
  private static final Set<String> TESTS = Set.of("03", "04");

  private AdmissionFunctions() {}

  @Described("the day of a moment as text, such as 2026-03-31; texts of days compare like days")
  public static String date(@Moment long moment) {
    return ShanghaiTime.formatDay(ShanghaiTime.epochDay(moment));
  }

  @Described("day of the week, 1 Monday .. 7 Sunday")
  public static long weekday(@Moment long moment) {
    return LocalDate.ofEpochDay(ShanghaiTime.epochDay(moment)).getDayOfWeek().getValue();
  }

  @Described("3, 2 or 1 for a hosp_lv, 0 where it is not known")
  public static long hospitalTier(String level) {
    return REFERENCE.level(level).map(HospitalLevel::tier).orElse(0);
  }

  @Described(
      "kinds of tests charged: different classes of services (first eight digits) among the items"
          + " of categories 03 and 04")
  public static long testKinds(EncounterView encounter) {
    Set<String> kinds = new HashSet<>();
    for (ItemTotal item : encounter.encounter().items()) {
      if (item.countE4() > 0 && TESTS.contains(item.category())) {
        kinds.add(Functions.prefix(item.item(), SERVICE_CLASS));
      }
    }
    return kinds.size();
  }

  @Described(
      "from admission to the start of the first day on which something but bed, nursing and"
          + " consultation was charged, at least 0; to the discharge where there is none")
  public static @Span long untilTreated(EncounterView stay) {
    List<Integer> active = stay.encounter().activeDays();
    long treated = active.isEmpty() ? stay.end() : ShanghaiTime.startOfDay(active.get(0));
    return Math.max(0, treated - stay.begin());
  }

  @Described(
      "share of the days of a stay's last third on which something but bed, nursing and"
          + " consultation was charged; 1 for a stay of less than three days")
  public static double tailActivity(EncounterView stay) {
    long first = ShanghaiTime.epochDay(stay.begin());
    long last = ShanghaiTime.epochDay(stay.end());
    long third = (last - first) / 3;
    if (third < 1) {
      return 1;
    }
    long active =
        stay.encounter().activeDays().stream()
            .filter(day -> day >= last - third && day < last)
            .count();
    return active / (double) third;
  }
}
