package org.fundwatch.rules.baseline;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.rules.schema.InstitutionFunctions;
import org.fundwatch.rules.schema.InstitutionMonthView;
import org.fundwatch.rules.schema.VisitView;

/**
 * What one institution's month says about its peers: the same figures, by the same functions, that
 * the rules hold against the table {@code peer-baselines}.
 *
 * @param institution {@code fixmedins_code}
 * @param level {@code hosp_lv}, empty when not stated
 * @param settlements of the month, those that stand
 * @param values by metric, such as {@code drug_share}; only those that rest on enough
 */
public record MonthFigures(
    String institution, String level, long settlements, SortedMap<String, Double> values) {

  /** Fewest stays, visits or settlements that a figure rests on. */
  static final int LEAST = 30;

  private static final long READMISSION_MILLIS = Duration.ofDays(31).toMillis();
  private static final double FEN = 100;

  public MonthFigures {
    values = new TreeMap<>(values);
  }

  /** The figures of a month; a pharmacy has those of its growth only. */
  public static MonthFigures of(InstitutionMonth month) {
    InstitutionMonthView view = new InstitutionMonthView(month);
    SortedMap<String, Double> values = new TreeMap<>();
    List<VisitView> stays = view.stays();
    if (!view.pharmacy() && stays.size() >= LEAST) {
      values.put("drug_share", share(stays, "09", "10", "11"));
      values.put("exam_lab_share", share(stays, "03", "04"));
      values.put("consumable_share", share(stays, "08"));
      values.put("therapy_share", share(stays, "05"));
      values.put("ct_share", InstitutionFunctions.tagShare(stays, "ct"));
      values.put("mr_share", InstitutionFunctions.tagShare(stays, "mr"));
      double yuan = total(stays) / FEN;
      long days = stays.stream().mapToLong(stay -> Math.max(1, stay.days())).sum();
      values.put("stay_cost_yuan", yuan / stays.size());
      values.put("day_cost_yuan", yuan / days);
      values.put(
          "unplanned_readmission_share",
          InstitutionFunctions.readmitted(view, READMISSION_MILLIS).size() / (double) stays.size());
    }
    List<VisitView> seen = view.visits().stream().filter(InstitutionFunctions::outpatient).toList();
    if (!view.pharmacy() && seen.size() >= LEAST) {
      values.put("visit_cost_yuan", total(seen) / FEN / seen.size());
    }
    long before = month.previous().stream().mapToLong(Visit::fundFen).sum();
    long now = month.visits().stream().mapToLong(Visit::fundFen).sum();
    if (month.previous().size() >= LEAST && month.visits().size() >= LEAST && before > 0) {
      values.put("fund_growth", now / (double) before - 1);
    }
    return new MonthFigures(
        month.institution().code(), month.institution().level(), month.visits().size(), values);
  }

  private static double share(List<VisitView> stays, String... categories) {
    return InstitutionFunctions.categoryShare(stays, List.of(categories));
  }

  private static long total(List<VisitView> visits) {
    return visits.stream().mapToLong(VisitView::totalFen).sum();
  }
}
