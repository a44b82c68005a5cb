package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.time.ShanghaiTime;

/** What an institution settled on one day. */
public final class InstitutionDayView {

  private static final int NIGHT_FROM = 22;
  private static final int NIGHT_TO = 6;

  private final InstitutionDay day;

  public InstitutionDayView(InstitutionDay day) {
    this.day = day;
  }

  @Described("every settlement of the day, by time")
  public List<VisitView> visits() {
    return InstitutionMonthView.views(day.visits());
  }

  @Described("fixmedins_code")
  public String institution() {
    return day.institution().code();
  }

  @Described("true for a pharmacy")
  public boolean pharmacy() {
    return day.institution().pharmacy();
  }

  @Described("settlements of the day")
  public long settlements() {
    return day.visits().size();
  }

  @Described("settlements from 22:00 to 06:00")
  public long nightSettlements() {
    return night(day.visits()).size();
  }

  @Described("paid by the fund on that day, in fen")
  public long fundFen() {
    return day.visits().stream().mapToLong(Visit::fundFen).sum();
  }

  /** The settlements of the night. */
  static List<Visit> night(List<Visit> visits) {
    return visits.stream()
        .filter(
            visit -> {
              int hour = ShanghaiTime.dateTime(visit.settledMillis()).getHour();
              return hour >= NIGHT_FROM || hour < NIGHT_TO;
            })
        .toList();
  }

  /** The largest set of settlements within a span, the first of equals. */
  List<Visit> burst(long spanMillis) {
    List<Visit> visits = day.visits();
    int bestFrom = 0;
    int bestTo = 0;
    int from = 0;
    for (int to = 0; to < visits.size(); to++) {
      while (visits.get(to).settledMillis() - visits.get(from).settledMillis() > spanMillis) {
        from++;
      }
      if (to + 1 - from > bestTo - bestFrom) {
        bestFrom = from;
        bestTo = to + 1;
      }
    }
    return new ArrayList<>(visits.subList(bestFrom, bestTo));
  }
}
