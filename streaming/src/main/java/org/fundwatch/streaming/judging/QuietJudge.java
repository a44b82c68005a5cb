package org.fundwatch.streaming.judging;

import java.util.List;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;

/** Finds nothing; for judges that look at some subjects only, in measurements and tests. */
public abstract class QuietJudge implements Judge {

  @Override
  public long lookbackMillis() {
    return 0;
  }

  @Override
  public List<Finding> settlement(Settlement settlement) {
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
