package org.fundwatch.streaming.judging;

import java.util.List;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.RuleSet;

/** The rule library and the models as a judge. */
final class LibraryJudge implements Judge {

  private final RuleSet rules;

  LibraryJudge(RuleSet rules) {
    this.rules = rules;
  }

  @Override
  public String version() {
    return rules.version();
  }

  @Override
  public long lookbackMillis() {
    return rules.lookbackMillis();
  }

  @Override
  public List<Finding> settlement(Settlement settlement) {
    return rules.judgeSettlement(settlement);
  }

  @Override
  public List<Finding> encounter(Encounter encounter, Timeline all) {
    return rules.judgeEncounter(encounter, all);
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
}
