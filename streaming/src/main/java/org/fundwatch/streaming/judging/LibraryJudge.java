package org.fundwatch.streaming.judging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.Scorer;
import org.fundwatch.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/** The rule library and the models as a judge. */
final class LibraryJudge implements Judge {

  // The models' features look a year back.
  private static final long MODEL_LOOKBACK_MILLIS = Duration.ofDays(366).toMillis();

  private final RuleSet rules;
  private final @Nullable Scorer scorer;
  private final Tick settled;

  /**
   * @param scorer the models, null to judge by the rules alone
   * @param settled told of each settlement that is judged
   */
  LibraryJudge(RuleSet rules, @Nullable Scorer scorer, Tick settled) {
    this.rules = rules;
    this.scorer = scorer;
    this.settled = settled;
  }

  @Override
  public String version() {
    return rules.version();
  }

  @Override
  public long lookbackMillis() {
    return scorer == null
        ? rules.lookbackMillis()
        : Math.max(rules.lookbackMillis(), MODEL_LOOKBACK_MILLIS);
  }

  @Override
  public List<Finding> settlement(Settlement settlement) {
    settled.one();
    return rules.judgeSettlement(settlement);
  }

  @Override
  public List<Finding> encounter(Encounter encounter, Timeline all) {
    List<Finding> findings = new ArrayList<>(rules.judgeEncounter(encounter, all));
    if (scorer != null) {
      findings.addAll(scorer.score(encounter, all));
    }
    return findings;
  }

  @Override
  public List<Finding> pack(PackSales sales) {
    return rules.judgePack(sales);
  }

  @Override
  public List<Finding> doctorDay(DoctorDay day) {
    return rules.judgeDoctorDay(day);
  }

  @Override
  public List<Finding> institutionDay(InstitutionDay day) {
    return rules.judgeInstitutionDay(day);
  }

  @Override
  public List<Finding> institutionMonth(InstitutionMonth month) {
    return rules.judgeInstitutionMonth(month);
  }
}
