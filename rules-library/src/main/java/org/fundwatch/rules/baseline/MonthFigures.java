package org.fundwatch.rules.baseline;

import java.util.SortedMap;
import java.util.TreeMap;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.rules.schema.Functions;
import org.fundwatch.rules.schema.InstitutionMonthView;
import org.fundwatch.rules.schema.VisitView;

/**
 * What one institution's month says about its peers: the same figures, by the same functions, that
 * the rules hold against the baselines.
 *
 * @param institution whose
 * @param settlements of the month, those that stand
 * @param values by metric, such as {@code drug_share}; only those that rest on enough
 * @param groups by basic group (ADRG)
 */
public record MonthFigures(
    Institution institution,
    long settlements,
    SortedMap<String, Double> values,
    SortedMap<String, GroupFigures> groups) {

  private static final int ADRG = 3;

  public MonthFigures {
    values = new TreeMap<>(values);
    groups = new TreeMap<>(groups);
  }

  /** The figures of a month. */
  public static MonthFigures of(InstitutionMonth month) {
    InstitutionMonthView view = new InstitutionMonthView(month);
    SortedMap<String, GroupFigures> groups = new TreeMap<>();
    for (VisitView stay : view.stays()) {
      int weightE4 = stay.visit().care().weightE4();
      if (weightE4 > 0 && !stay.group().isEmpty()) {
        groups.merge(
            Functions.prefix(stay.group(), ADRG),
            GroupFigures.of(stay.group(), weightE4, stay.totalFen()),
            GroupFigures::plus);
      }
    }
    return new MonthFigures(month.institution(), month.visits().size(), Metrics.of(view), groups);
  }
}
