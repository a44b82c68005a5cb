package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.Visit;
import org.jspecify.annotations.Nullable;

/** What an institution settled in one month, and in the month before. */
public final class InstitutionMonthView {

  private final InstitutionMonth month;
  private @Nullable List<VisitView> stays;
  private @Nullable List<VisitView> previousStays;

  public InstitutionMonthView(InstitutionMonth month) {
    this.month = month;
  }

  /** The month behind the view. */
  public InstitutionMonth facts() {
    return month;
  }

  @Described("fixmedins_code")
  public String institution() {
    return month.institution().code();
  }

  @Described("hosp_lv, empty when not stated")
  public String level() {
    return month.institution().level();
  }

  @Described("fix_blng_admdvs, region of the institution")
  public String region() {
    return month.institution().region();
  }

  @Described("true for a pharmacy")
  public boolean pharmacy() {
    return month.institution().pharmacy();
  }

  @Described("the month, such as 2026-03")
  public String month() {
    return month.text();
  }

  @Described("first day of the month, as days since 1970-01-01")
  public long firstDay() {
    return month.firstDay();
  }

  @Described("every settlement of the month")
  public List<VisitView> visits() {
    return views(month.visits());
  }

  @Described("every settlement of the month before")
  public List<VisitView> previous() {
    return views(month.previous());
  }

  @Described("stays settled in the month, parts of one stay together")
  public List<VisitView> stays() {
    List<VisitView> known = stays;
    if (known == null) {
      known = whole(month.visits());
      stays = known;
    }
    return known;
  }

  @Described("stays settled in the month before, parts of one stay together")
  public List<VisitView> previousStays() {
    List<VisitView> known = previousStays;
    if (known == null) {
      known = whole(month.previous());
      previousStays = known;
    }
    return known;
  }

  static List<VisitView> views(List<Visit> visits) {
    List<VisitView> views = new ArrayList<>(visits.size());
    visits.forEach(visit -> views.add(new VisitView(visit)));
    return views;
  }

  private static List<VisitView> whole(List<Visit> visits) {
    Map<String, Visit> byEncounter = new LinkedHashMap<>();
    for (Visit visit : visits) {
      if (visit.care().stay()) {
        byEncounter.merge(
            visit.person() + '/' + visit.encounterId(), visit, InstitutionMonthView::together);
      }
    }
    return views(List.copyOf(byEncounter.values()));
  }

  private static Visit together(Visit earlier, Visit later) {
    return new Visit(
        later.settlementId(),
        later.encounterId(),
        later.person(),
        later.institution(),
        later.doctor(),
        later.medType(),
        later.insuranceType(),
        later.settledMillis(),
        earlier.totalFen() + later.totalFen(),
        earlier.fundFen() + later.fundFen(),
        later.care().after(earlier.care()));
  }
}
