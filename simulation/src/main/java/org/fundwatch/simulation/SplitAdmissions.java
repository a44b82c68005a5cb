package org.fundwatch.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * An administrator who is paid per stay discharges long courses at the payment limit and admits the
 * patient again.
 */
final class SplitAdmissions implements Script {

  private static final List<String> LONG_COURSES =
      List.of("J44.100", "I50.900", "I63.900", "E11.400", "M51.202");
  private static final List<String> CONDITIONS = List.of("I10.x00x002", "E78.500");

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    return citizen.age() >= 45;
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    Facility hospital = stage.setting.world().badHospital(rng, 3, 2, 1);
    String main = rng.pick(LONG_COURSES);
    String aside = rng.pick(LONG_COURSES.stream().filter(code -> !code.equals(main)).toList());
    boolean waits = form == Form.EVASIVE && rng.chance(.4);
    boolean moves = form == Form.EVASIVE && !waits && rng.chance(.5);
    boolean recodes = form == Form.EVASIVE && !waits && !moves;
    int first = waits ? rng.between(5, 7) : rng.between(8, 12);
    int second = waits ? rng.between(5, 6) : rng.between(6, 10);
    int gap =
        form == Form.OBVIOUS
            ? rng.between(1, 3)
            : form == Form.BORDERLINE
                ? rng.between(6, 10)
                : waits ? rng.between(17, 19) : rng.between(1, 3);
    int doctor = rng.below(hospital.doctors());
    int day = stage.day(first + gap + second + 1);
    Consumer<HospitalStay> ward =
        stay -> {
          stay.department = "A03";
          stay.doctorNumber = form == Form.OBVIOUS ? doctor : doctor + stay.number;
          stay.others = List.of(CONDITIONS.get(0), CONDITIONS.get(1), recodes ? aside : "K29.500");
          stay.costFactor = stay.number == Stage.FIRST_NUMBER ? 1.02 : .9;
        };
    stage.send(stage.book(hospital, main, day, first, ward));
    HospitalStay.Settled again =
        stage.send(
            stage.book(
                moves ? stage.setting.world().sister(hospital) : hospital,
                recodes ? aside : main,
                day + first + gap,
                second,
                ward.andThen(
                    stay -> {
                      if (recodes) {
                        stay.others = List.of(main, CONDITIONS.get(0), CONDITIONS.get(1));
                      }
                    })));
    return stage.close(
        hospital,
        again.settlement().amounts().fundFen(),
        "One course of treatment was discharged at the payment limit and admitted again after "
            + gap
            + " days.",
        "一次住院治疗在费用达到支付标准时办理出院，" + gap + "天后再次入院，按两次结算。");
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    return switch (lookAlike) {
      case CHEMOTHERAPY_CYCLE -> chemotherapy(stage);
      case DIALYSIS_CYCLE -> dialysis(stage);
      case STAGED_SURGERY -> secondEye(stage);
      case TRUE_SECOND_DISEASE -> secondDisease(stage);
      case EMERGENCY_RELAPSE -> relapse(stage);
      default -> settledInParts(stage);
    };
  }

  private static TruthEntry chemotherapy(Stage stage) {
    Facility hospital =
        twoPlanned(
            stage,
            3,
            "Z51.100",
            3,
            14,
            stay -> {
              stay.others = List.of("C16.900");
              stay.operations = List.of("99.2500");
              stay.department = "A19";
              stay.purpose = "化疗";
            });
    return stage.close(hospital, 0, "Two planned cycles of chemotherapy.", "两个计划内的化疗周期。");
  }

  private static TruthEntry dialysis(Stage stage) {
    Facility hospital =
        twoPlanned(
            stage,
            2,
            "N18.500",
            4,
            8,
            stay -> {
              stay.operations = List.of("39.9500");
              stay.department = "A03.07";
              stay.purpose = "血液透析";
            });
    return stage.close(hospital, 0, "Planned courses of dialysis.", "计划内的血液透析治疗。");
  }

  private static TruthEntry secondEye(Stage stage) {
    Facility hospital =
        twoPlanned(
            stage,
            2,
            "H25.000",
            2,
            8,
            stay -> {
              stay.operations = List.of("13.4100x001", "13.7100x001");
              stay.department = "A10";
              stay.purpose = stay.number == Stage.FIRST_NUMBER ? "对侧白内障手术" : "";
            });
    return stage.close(
        hospital, 0, "Cataract of the other eye, planned at discharge.", "出院时已计划的对侧白内障手术。");
  }

  // Two stays of one kind, the second beginning so many days after the first began.
  private static Facility twoPlanned(
      Stage stage, int tier, String main, int days, int step, Consumer<HospitalStay> ward) {
    Facility hospital = hospital(stage, tier);
    int day = stage.day(step + days + 1);
    stage.send(stage.book(hospital, main, day, days, ward));
    stage.send(stage.book(hospital, main, day + step, days, ward));
    return hospital;
  }

  private static TruthEntry secondDisease(Stage stage) {
    Facility hospital = hospital(stage, 2);
    int day = stage.day(22);
    stage.send(
        stage.book(
            hospital,
            "K80.000x004",
            day,
            7,
            stay -> {
              stay.operations = List.of("51.2300");
              stay.department = "A04.01";
            }));
    stage.send(
        stage.book(
            hospital,
            "I63.900",
            day + 7 + stage.rng.between(2, 6),
            9,
            stay -> {
              stay.medType = "24";
              stay.admissionWay = "1";
              stay.department = "A03.03";
            }));
    return stage.close(
        hospital, 0, "A stroke soon after a gall bladder operation.", "胆囊手术出院后不久突发脑梗死。");
  }

  private static TruthEntry relapse(Stage stage) {
    Facility hospital = hospital(stage, 2);
    int gap = stage.rng.between(5, 12);
    int day = stage.day(18 + gap);
    // The other half sees a doctor first and walks to the ward.
    boolean ambulance = stage.rng.chance(.5);
    stage.send(stage.book(hospital, "J44.100", day, 9, stay -> stay.department = "A03.01"));
    stage.send(
        stage.book(
            hospital,
            "J44.100",
            day + 9 + gap,
            8,
            stay -> {
              stay.others = List.of("J96.000");
              stay.medType = ambulance ? "24" : "21";
              stay.admissionWay = ambulance ? "1" : "2";
              stay.department = "A03.01";
            }));
    return stage.close(
        hospital,
        0,
        "COPD came back with respiratory failure, which was treated.",
        "慢阻肺出院后因呼吸衰竭再次入院，并得到相应治疗。");
  }

  // On the last day of the year every stay is settled; else the hospital asks for a part.
  private static TruthEntry settledInParts(Stage stage) {
    Facility hospital = hospital(stage, 2);
    Schedule schedule = stage.setting.schedule();
    int yearEnd =
        (int)
            LocalDate.of(LocalDate.ofEpochDay(schedule.firstDay()).getYear(), 12, 31).toEpochDay();
    boolean within = yearEnd - 6 >= schedule.firstDay() && yearEnd < schedule.endDay();
    int day = within ? yearEnd - 5 : stage.day(14);
    stage.sendInParts(
        stage.book(hospital, "I69.300", day, 13, stay -> stay.operations = List.of("93.3900x001")),
        6);
    return stage.close(hospital, 0, "One stay settled in two parts.", "一次住院分两次结算（年终或中途结算）。");
  }

  private static Facility hospital(Stage stage, int tier) {
    return stage.setting.world().hospital(stage.rng, stage.citizen.region(), tier);
  }
}
