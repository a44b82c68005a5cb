package org.fundwatch.rules.schema;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * The balance indices of an institution's month. All three are ours: no public definition of a
 * balance index for medical insurance is known, so each goes by its own name. All are total.
 */
public final class BalanceFunctions {

  private static final int WEEKS = 4;
  private static final int WEEK = 7;
  private static final int MATURE_DAYS = 14;
  private static final int ADRG = 3;

  private BalanceFunctions() {}

  @Described(
      "the four whole weeks that end a fortnight before the month does, as days such as 2026-03-31:"
          + " most of who was admitted then has been settled by the month's end")
  public static List<String> admissionDays(InstitutionMonthView month) {
    long first = firstAdmissionDay(month);
    List<String> days = new ArrayList<>();
    for (int i = 0; i < WEEKS * WEEK; i++) {
      days.add(ShanghaiTime.formatDay(first + i));
    }
    return days;
  }

  @Described(
      "1 minus the coefficient of variation of the admissions of a day over the four weeks of"
          + " admission_days, each divided by the mean of its day of the week; holidays count as"
          + " Sundays, make-up working days as Mondays; 1 without admissions")
  public static double temporalBalance(
      InstitutionMonthView month, List<String> holidays, List<String> makeUpDays) {
    long first = firstAdmissionDay(month);
    double[] admitted = new double[WEEKS * WEEK];
    for (List<VisitView> stays : List.of(month.previousStays(), month.stays())) {
      for (VisitView stay : stays) {
        long day = ShanghaiTime.epochDay(stay.begin()) - first;
        if (day >= 0 && day < admitted.length) {
          admitted[(int) day]++;
        }
      }
    }
    double[] sum = new double[WEEK];
    double[] days = new double[WEEK];
    int[] kind = new int[admitted.length];
    for (int i = 0; i < admitted.length; i++) {
      String day = ShanghaiTime.formatDay(first + i);
      kind[i] =
          holidays.contains(day)
              ? WEEK - 1
              : makeUpDays.contains(day)
                  ? 0
                  : LocalDate.ofEpochDay(first + i).getDayOfWeek().getValue() - 1;
      sum[kind[i]] += admitted[i];
      days[kind[i]]++;
    }
    // A day of the week on which nobody is ever admitted says nothing.
    double[] adjusted =
        IntStream.range(0, admitted.length)
            .filter(i -> sum[kind[i]] > 0)
            .mapToDouble(i -> admitted[i] * days[kind[i]] / sum[kind[i]])
            .toArray();
    double mean = Arrays.stream(adjusted).average().orElse(1);
    double variance = Arrays.stream(adjusted).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    return 1 - Math.sqrt(variance) / mean;
  }

  @Described("share of the month's grouped stays that are in an adjacent group, 0 of none")
  public static double groupShare(InstitutionMonthView month, String adrg) {
    long grouped = 0;
    long in = 0;
    for (VisitView stay : month.stays()) {
      grouped += stay.group().isEmpty() ? 0 : 1;
      in += !stay.group().isEmpty() && adrg(stay).equals(adrg) ? 1 : 0;
    }
    return Functions.ratio((double) in, (double) grouped);
  }

  @Described(
      "what one of the classes, with shares p and q, adds to the Jensen-Shannon divergence of two"
          + " distributions, in bits")
  public static double divergenceTerm(double p, double q) {
    double middle = (p + q) / 2;
    return (part(p, middle) + part(q, middle)) / 2;
  }

  @Described("stays without an insurance type in the full groups that also have insured ones")
  public static long selfPaidInSharedGroups(InstitutionMonthView month) {
    long count = 0;
    for (Both both : shared(month)) {
      count += both.selfPaid().size();
    }
    return count;
  }

  @Described(
      "mean days of insured stays to those of self-paid ones (without an insurance type) of the same"
          + " group, over the groups that have both, weighted by the smaller number; 0 without any")
  public static double payerDaysRatio(InstitutionMonthView month) {
    return payerRatio(month, VisitView::days);
  }

  @Described("the same of the mean charges")
  public static double payerCostRatio(InstitutionMonthView month) {
    return payerRatio(month, VisitView::totalFen);
  }

  private static double payerRatio(InstitutionMonthView month, ToDoubleFunction<VisitView> of) {
    double sum = 0;
    double weights = 0;
    for (Both both : shared(month)) {
      double selfPaid = both.selfPaid().stream().mapToDouble(of).average().orElse(0);
      if (selfPaid > 0) {
        double weight = Math.min(both.insured().size(), both.selfPaid().size());
        sum += weight * both.insured().stream().mapToDouble(of).average().orElse(0) / selfPaid;
        weights += weight;
      }
    }
    return Functions.ratio(sum, weights);
  }

  /** The stays of one group, by who pays. */
  private record Both(List<VisitView> insured, List<VisitView> selfPaid) {}

  private static List<Both> shared(InstitutionMonthView month) {
    Map<String, Both> byGroup = new TreeMap<>();
    for (VisitView stay : month.stays()) {
      if (!stay.group().isEmpty()) {
        Both both =
            byGroup.computeIfAbsent(
                stay.group(), group -> new Both(new ArrayList<>(), new ArrayList<>()));
        (stay.insurance().isEmpty() ? both.selfPaid() : both.insured()).add(stay);
      }
    }
    return byGroup.values().stream()
        .filter(both -> !both.insured().isEmpty() && !both.selfPaid().isEmpty())
        .toList();
  }

  private static double part(double p, double middle) {
    return p <= 0 || middle <= 0 ? 0 : p * Math.log(p / middle) / Math.log(2);
  }

  private static String adrg(VisitView stay) {
    return Functions.prefix(stay.group(), ADRG);
  }

  private static long firstAdmissionDay(InstitutionMonthView month) {
    LocalDate first = LocalDate.ofEpochDay(month.firstDay());
    long last = first.toEpochDay() + YearMonth.from(first).lengthOfMonth() - 1 - MATURE_DAYS;
    return last - WEEKS * WEEK + 1;
  }
}
