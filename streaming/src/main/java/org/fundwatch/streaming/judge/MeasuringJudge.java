package org.fundwatch.streaming.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.finding.FactValue;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.RuleRef;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.rules.baseline.GroupFigures;
import org.fundwatch.rules.baseline.MonthFigures;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.QuietJudge;

/**
 * Judges nothing and measures institutions: what it says of a month are its figures as facts, so
 * that lateness, duplicates and reversals are honoured by the same desks as everywhere.
 */
final class MeasuringJudge extends QuietJudge {

  private static final RuleRef RULE =
      new RuleRef("closing", 1, "closing", "", "月度结账", "Monthly closing", List.of());

  // Unit of the facts that are figures of a basic group.
  private static final String GROUP = "group";

  private final String month;

  /**
   * @param month which is measured, such as 2026-03
   */
  MeasuringJudge(String month) {
    this.month = month;
  }

  /**
   * Makes it in each task.
   *
   * @param month which is measured
   */
  record Maker(String month) implements Judge.Maker {

    private static final long serialVersionUID = 1;

    @Override
    public Judge make(String bundle, Consumer<RuleFailure> failures) {
      return new MeasuringJudge(month);
    }
  }

  @Override
  public String version() {
    return "closing";
  }

  @Override
  public List<Finding> institutionMonth(InstitutionMonth measured) {
    return measured.text().equals(month) ? List.of(finding(measured)) : List.of();
  }

  private Finding finding(InstitutionMonth measured) {
    MonthFigures figures = MonthFigures.of(measured);
    Subject subject = new Subject(SubjectKind.INSTITUTION, figures.institution().code());
    long from = ShanghaiTime.startOfDay(measured.firstDay());
    // The text of a double is read back as the same double.
    List<FactValue> facts = new ArrayList<>();
    figures
        .values()
        .forEach((name, value) -> facts.add(new FactValue(name, String.valueOf(value), "")));
    figures.groups().forEach((adrg, sums) -> facts.add(new FactValue(adrg, sums.text(), GROUP)));
    return new Finding(
        Finding.SCHEMA,
        FindingIds.finding(RULE.id(), subject, List.of(month)),
        RULE,
        Outcome.STATISTIC,
        1,
        subject,
        List.of(month, String.valueOf(figures.settlements())),
        0,
        from,
        from,
        measured.institution(),
        "",
        "",
        "",
        "",
        "",
        facts,
        List.of(),
        null);
  }

  /** What a finding says. */
  static MonthFigures figures(Finding finding) {
    SortedMap<String, Double> values = new TreeMap<>();
    SortedMap<String, GroupFigures> groups = new TreeMap<>();
    for (FactValue fact : finding.facts()) {
      if (fact.unit().equals(GROUP)) {
        groups.put(fact.name(), GroupFigures.parse(fact.value()));
      } else {
        values.put(fact.name(), Double.valueOf(fact.value()));
      }
    }
    return new MonthFigures(
        finding.institution(), Long.parseLong(finding.anchors().get(1)), values, groups);
  }
}
