package org.fundwatch.rules.schema;

import java.util.List;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.Visit;

/** What a doctor signed on one day. */
public final class DoctorDayView {

  private final DoctorDay day;

  public DoctorDayView(DoctorDay day) {
    this.day = day;
  }

  @Described("national doctor code")
  public String doctor() {
    return day.doctor();
  }

  @Described("every settlement signed, by time")
  public List<VisitView> visits() {
    return InstitutionMonthView.views(day.visits());
  }

  @Described("outpatient visits signed")
  public long outpatientVisits() {
    return outpatient().size();
  }

  @Described("different persons among the outpatient visits")
  public long persons() {
    return outpatient().stream().map(Visit::person).distinct().count();
  }

  @Described("institutions of all settlements signed")
  public long institutions() {
    return day.visits().stream().map(visit -> visit.institution().code()).distinct().count();
  }

  @Described("from the first to the last outpatient settlement")
  public @Span long worked() {
    List<Visit> visits = outpatient();
    return visits.isEmpty()
        ? 0
        : visits.get(visits.size() - 1).settledMillis() - visits.get(0).settledMillis();
  }

  @Described("paid by the fund for the outpatient visits, in fen")
  public long fundFen() {
    return outpatient().stream().mapToLong(Visit::fundFen).sum();
  }

  @Described("setl_id of the outpatient visits")
  public List<String> settlements() {
    return outpatient().stream().map(Visit::settlementId).toList();
  }

  private List<Visit> outpatient() {
    return day.visits().stream()
        .filter(visit -> MedType.of(visit.medType()) == MedType.OUTPATIENT)
        .toList();
  }
}
