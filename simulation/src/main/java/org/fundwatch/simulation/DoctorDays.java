package org.fundwatch.simulation;

import java.util.List;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.time.ShanghaiTime;

/** A village doctor keeps the cards of a whole village and swipes them through the day. */
final class DoctorDays implements Script {

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    return citizen.age() >= 18;
  }

  @Override
  public int loans() {
    return 250;
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    Facility clinic = stage.setting.world().badHospital(rng, 1);
    int visits =
        form == Form.OBVIOUS
            ? rng.between(180, 240)
            : form == Form.BORDERLINE ? rng.between(125, 145) : rng.between(160, 190);
    // The careful one signs half of it with a colleague's number.
    int doctors = form == Form.EVASIVE ? 2 : 1;
    int first = stage.ordinal() % clinic.doctors();
    int day = ownDay(stage, clinic);
    long lost = 0;
    for (int i = 0; i < visits; i++) {
      long at =
          ShanghaiTime.startOfDay(day)
              + 8 * Schedule.HOUR
              + i * 1000L * (12 * 3600 / visits)
              + rng.below(60) * 1000L;
      lost += visit(stage, i, clinic, first + i % doctors, at, 0).amounts().fundFen();
    }
    stage.doctor(clinic.doctor(first));
    return stage.close(
        clinic,
        lost,
        "A doctor signed " + visits + " visits in a day with cards kept at the clinic.",
        "医师一日内用留存的医保卡签署" + visits + "人次就诊。");
  }

  // Cases of one doctor fall on different days.
  private static int ownDay(Stage stage, Facility clinic) {
    Schedule schedule = stage.setting.schedule();
    return schedule.firstDay() + stage.ordinal() / clinic.doctors() % schedule.days();
  }

  private static Settlement visit(
      Stage stage, int card, Facility clinic, int doctor, long at, int daysBefore) {
    Visits.Occasion occasion = stage.cardVisit(card, clinic, at);
    Catalogue catalogue = stage.setting.catalogue();
    Draft draft =
        new Draft(
            occasion.citizen(),
            clinic,
            Ids.of(occasion.citizen().index(), occasion.number(), 0),
            clinic.doctor(doctor));
    draft.diagnosis(catalogue, "M54.503", true);
    long served = at - 15 * Schedule.MINUTE - daysBefore * Schedule.DAY;
    draft.line(catalogue.item("Outpatient consultation"), Draft.ONE, served);
    draft.line(catalogue.item("Acupuncture"), Draft.ONE, served);
    Settlement visit = draft.settle("11", at, Benefits.Cover.OUTPATIENT, 1);
    stage.send(visit, occasion.citizen());
    return visit;
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    Rng rng = stage.rng;
    World world = stage.setting.world();
    List<Facility> hospitals =
        world.hospitals().stream()
            .filter(h -> h.tier() == (lookAlike == LookAlike.BUSY_SPECIALIST ? 3 : 1))
            .toList();
    Facility clinic = hospitals.get(stage.ordinal() % hospitals.size());
    int doctor = stage.ordinal() % clinic.doctors();
    int day = ownDay(stage, clinic);
    int visits = rng.between(45, 70);
    boolean outage = lookAlike == LookAlike.CAUGHT_UP_AFTER_OUTAGE;
    for (int i = 0; i < visits; i++) {
      long at =
          ShanghaiTime.startOfDay(day)
              + 8 * Schedule.HOUR
              + i * 1000L * (9 * 3600 / visits)
              + rng.below(60) * 1000L;
      visit(stage, i, clinic, doctor, at, outage && i % 2 == 0 ? 1 : 0);
    }
    stage.doctor(clinic.doctor(doctor));
    return switch (lookAlike) {
      case FAMILY_DOCTOR_DAY ->
          stage.close(clinic, 0, "A contract day of the family doctor.", "家庭医生集中签约服务日。");
      case CAUGHT_UP_AFTER_OUTAGE ->
          stage.close(clinic, 0, "Yesterday's visits settled after an outage.", "系统故障后补结前一日就诊。");
      default -> stage.close(clinic, 0, "A sought-after specialist.", "知名专家门诊量大。");
    };
  }
}
