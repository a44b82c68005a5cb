package org.fundwatch.rules.judge;

import java.util.List;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSale;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.finding.SubjectKind;
import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.compile.Context;
import org.fundwatch.rules.schema.DoctorDayView;
import org.fundwatch.rules.schema.InstitutionDayView;
import org.fundwatch.rules.schema.InstitutionMonthView;
import org.fundwatch.rules.schema.PackView;

/** Packs and days as subjects. */
final class DeskSubjects {

  private DeskSubjects() {}

  /** A pack sold while it was out, seen from the institution of the first such sale. */
  static List<Candidate> pack(PackSales sales) {
    PackView view = new PackView(sales);
    if (view.seconds().isEmpty()) {
      return List.of();
    }
    PackSale second = view.seconds().get(0);
    Visit visit = second.visit();
    String person = view.persons() == 1 ? visit.person() : "";
    return List.of(
        new Candidate(
            List.of(view),
            context(
                ShanghaiTime.epochDay(second.soldMillis()),
                visit.institution(),
                visit.insuranceType()),
            MedType.of(visit.medType()),
            "",
            Codes.unknown(),
            () ->
                new Candidate.Frame(
                    new Subject(SubjectKind.TRACE_CODE, sales.code()),
                    List.of(),
                    view.firstSold(),
                    view.lastSold(),
                    visit.institution(),
                    visit.doctor(),
                    person,
                    visit.insuranceType())));
  }

  static List<Candidate> doctorDay(DoctorDay day) {
    if (day.visits().isEmpty()) {
      return List.of();
    }
    Institution institution = day.visits().get(0).institution();
    return List.of(
        new Candidate(
            List.of(new DoctorDayView(day)),
            context(day.epochDay(), institution, ""),
            MedType.OTHER,
            "",
            Codes.unknown(),
            () ->
                new Candidate.Frame(
                    new Subject(SubjectKind.DOCTOR, day.doctor()),
                    List.of(ShanghaiTime.formatDay(day.epochDay())),
                    first(day.visits()),
                    last(day.visits()),
                    institution,
                    day.doctor(),
                    "",
                    "")));
  }

  static List<Candidate> institutionDay(InstitutionDay day) {
    if (day.visits().isEmpty()) {
      return List.of();
    }
    return List.of(
        new Candidate(
            List.of(new InstitutionDayView(day)),
            context(day.epochDay(), day.institution(), ""),
            MedType.OTHER,
            "",
            Codes.unknown(),
            () ->
                new Candidate.Frame(
                    new Subject(SubjectKind.INSTITUTION, day.institution().code()),
                    List.of(ShanghaiTime.formatDay(day.epochDay())),
                    first(day.visits()),
                    last(day.visits()),
                    day.institution(),
                    "",
                    "",
                    "")));
  }

  static List<Candidate> institutionMonth(InstitutionMonth month) {
    if (month.visits().isEmpty()) {
      return List.of();
    }
    return List.of(
        new Candidate(
            List.of(new InstitutionMonthView(month)),
            context(month.firstDay(), month.institution(), ""),
            MedType.OTHER,
            "",
            Codes.unknown(),
            () ->
                new Candidate.Frame(
                    new Subject(SubjectKind.INSTITUTION, month.institution().code()),
                    List.of(month.text()),
                    first(month.visits()),
                    last(month.visits()),
                    month.institution(),
                    "",
                    "",
                    "")));
  }

  private static long first(List<Visit> visits) {
    return visits.get(0).settledMillis();
  }

  private static long last(List<Visit> visits) {
    return visits.get(visits.size() - 1).settledMillis();
  }

  private static Context context(long day, Institution institution, String insurance) {
    return new Context((int) day, institution.region(), institution.level(), insurance);
  }
}
