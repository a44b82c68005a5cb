package org.fundwatch.rules.baseline;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fundwatch.rules.schema.CaseMixFunctions;
import org.fundwatch.rules.schema.Functions;
import org.fundwatch.rules.schema.InstitutionFunctions;
import org.fundwatch.rules.schema.InstitutionMonthView;
import org.fundwatch.rules.schema.VisitView;

/**
 * The metrics of {@code peer-baselines}, measured as the rules measure the institution that they
 * hold against them; limits are the defaults of those rules. A metric that rests on too few stays
 * or visits is left out.
 */
final class Metrics {

  /** Fewest stays, visits or settlements that a figure rests on. */
  private static final int LEAST = 30;

  private static final int LEAST_YEAR_END = 100;
  private static final long READMISSION_MILLIS = Duration.ofDays(31).toMillis();
  private static final double FEN = 100;
  private static final double DEAR = 2.0;
  private static final double CHEAP = 0.5;
  private static final double LIGHT = 0.5;
  private static final double OWN_SHARE = 0.05;
  private static final long OPERATION_FEN = 100_000;
  private static final Set<String> NOT_TO_THE_END = Set.of("2", "3", "4", "5");
  private static final Set<String> OTHER_INSURANCE = Set.of("340", "350", "360");

  private final InstitutionMonthView month;
  private final SortedMap<String, Double> values = new TreeMap<>();

  private Metrics(InstitutionMonthView month) {
    this.month = month;
  }

  /** By name, such as {@code drug_share}; a pharmacy has growth and the end of the year only. */
  static SortedMap<String, Double> of(InstitutionMonthView month) {
    Metrics metrics = new Metrics(month);
    if (!month.pharmacy()) {
      metrics.stays();
      metrics.shares();
      metrics.visits();
    }
    metrics.growth();
    return metrics.values;
  }

  private void stays() {
    List<VisitView> stays = month.stays();
    if (stays.size() < LEAST) {
      return;
    }
    values.put("drug_share", charged(stays, "09", "10", "11"));
    values.put("exam_lab_share", charged(stays, "03", "04"));
    values.put("consumable_share", charged(stays, "08"));
    values.put("therapy_share", charged(stays, "05"));
    values.put("ct_share", InstitutionFunctions.tagShare(stays, "ct"));
    values.put("mr_share", InstitutionFunctions.tagShare(stays, "mr"));
    double yuan = total(stays) / FEN;
    long days = stays.stream().mapToLong(stay -> Math.max(1, stay.days())).sum();
    values.put("stay_cost_yuan", yuan / stays.size());
    values.put("day_cost_yuan", yuan / days);
    values.put("stay_days", days / (double) stays.size());
    values.put(
        "unplanned_readmission_share",
        InstitutionFunctions.readmitted(month, READMISSION_MILLIS).size() / (double) stays.size());
  }

  private void shares() {
    List<VisitView> paid = stays(stay -> stay.standardFen() > 0);
    share("cost_high_share", paid, stay -> stay.totalFen() > stay.standardFen() * DEAR);
    share(
        "cost_low_share",
        paid,
        stay ->
            stay.totalFen() < stay.standardFen() * CHEAP
                && !NOT_TO_THE_END.contains(stay.dischargeWay()));
    share("low_weight_share", stays(stay -> stay.weight() > 0), stay -> stay.weight() < LIGHT);
    share(
        "mcc_share",
        stays(stay -> GroupFigures.divided(stay.group())),
        stay -> GroupFigures.grave(stay.group()));
    share(
        "uncoded_operation_share",
        stays(stay -> CaseMixFunctions.medicalGroup(stay.group())),
        stay -> Functions.categoryFen(stay, "06") >= OPERATION_FEN);
    share(
        "low_cash_share",
        stays(stay -> stay.fundFen() > 0 && !OTHER_INSURANCE.contains(stay.insurance())),
        stay ->
            Functions.ratio((double) (stay.cashFen() + stay.accountFen()), (double) stay.totalFen())
                < OWN_SHARE);
  }

  private void visits() {
    List<VisitView> seen =
        month.visits().stream().filter(InstitutionFunctions::outpatient).toList();
    if (seen.size() >= LEAST) {
      values.put("visit_cost_yuan", total(seen) / FEN / seen.size());
    }
  }

  private void growth() {
    List<VisitView> now = month.visits();
    List<VisitView> previous = month.previous();
    long fund = previous.stream().mapToLong(VisitView::fundFen).sum();
    if (previous.size() >= LEAST && now.size() >= LEAST && fund > 0) {
      values.put(
          "fund_growth", now.stream().mapToLong(VisitView::fundFen).sum() / (double) fund - 1);
    }
    long sold = total(previous);
    if (month.pharmacy()
        && month.month().endsWith("-12")
        && previous.size() >= LEAST_YEAR_END
        && sold > 0) {
      values.put("year_end_ratio", total(now) / (double) sold);
    }
  }

  private List<VisitView> stays(Predicate<VisitView> which) {
    return month.stays().stream().filter(which).toList();
  }

  private void share(String metric, List<VisitView> all, Predicate<VisitView> which) {
    if (all.size() >= LEAST) {
      values.put(metric, all.stream().filter(which).count() / (double) all.size());
    }
  }

  private static double charged(List<VisitView> stays, String... categories) {
    return InstitutionFunctions.categoryShare(stays, List.of(categories));
  }

  private static long total(List<VisitView> visits) {
    return visits.stream().mapToLong(VisitView::totalFen).sum();
  }
}
