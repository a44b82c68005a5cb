package org.fundwatch.benchmarks.stages;

import java.time.Duration;
import java.util.List;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.Tick;

/** Finds nothing: what is left is the frame. It looks as far back as the models do. */
public final class SilentJudge implements Judge {

  private final Tick settled;

  /**
   * @param settled told of each settlement
   */
  public SilentJudge(Tick settled) {
    this.settled = settled;
  }

  @Override
  public String version() {
    return "silent";
  }

  @Override
  public long lookbackMillis() {
    return Duration.ofDays(366).toMillis();
  }

  @Override
  public List<Finding> settlement(Settlement settlement) {
    settled.one();
    return List.of();
  }

  @Override
  public List<Finding> encounter(Encounter encounter, Timeline all) {
    return List.of();
  }

  @Override
  public List<Finding> pack(PackSales sales) {
    return List.of();
  }

  @Override
  public List<Finding> doctorDay(DoctorDay day) {
    return List.of();
  }

  @Override
  public List<Finding> institutionDay(InstitutionDay day) {
    return List.of();
  }

  @Override
  public List<Finding> institutionMonth(InstitutionMonth month) {
    return List.of();
  }
}
