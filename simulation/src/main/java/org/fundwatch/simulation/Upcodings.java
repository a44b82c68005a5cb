package org.fundwatch.simulation;

import java.util.List;
import java.util.Set;
import org.fundwatch.domain.reference.Grouper.Coded;
import org.fundwatch.domain.settlement.Grouping;

/** A coder adds a complication that nobody treats, because the group then pays more. */
final class Upcodings implements Script {

  private static final List<String> MAINS =
      List.of("E11.900", "M51.202", "I67.800x003", "K29.500", "J20.900", "M47.801");
  private static final List<String> GRAVE = List.of("J96.000", "I26.900", "E43.x00", "A41.900");
  private static final List<String> MILD = List.of("I80.201", "E46.x00", "L89.200", "B18.100");

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    return citizen.age() >= 40;
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    Catalogue catalogue = stage.setting.catalogue();
    Facility hospital = stage.setting.world().badHospital(rng, 3, 2);
    String main = rng.pick(MAINS);
    String added = rng.pick(form == Form.BORDERLINE ? MILD : GRAVE);
    int days = rng.between(6, 10);
    Stage.Booking booking =
        stage.book(
            hospital,
            main,
            stage.day(days + 1),
            days,
            stay -> {
              stay.others = List.of("I10.x00x002", "E78.500", added);
              stay.untreated = Set.of(added);
              stay.costFactor = .55;
              if (form == Form.EVASIVE) {
                // One cheap test, so that the record has something to show.
                stay.extra(catalogue.item(alibi(added)), 1, 1, 11);
              }
            });
    HospitalStay.Settled settled = stage.send(booking);
    Coded coded = booking.stay().coded();
    long claimed = standard(catalogue, coded);
    long due = standard(catalogue, coded.without(added));
    long share =
        settled.settlement().amounts().fundFen()
            * 100
            / Math.max(1, settled.settlement().amounts().totalFen());
    return stage.close(
        hospital,
        (claimed - due) * share / 100,
        "The coder added " + added + ", which nobody treated.",
        "编码员添加了未经治疗的并发症 " + added + " " + catalogue.diagnosisName(added) + "。");
  }

  private static long standard(Catalogue catalogue, Coded coded) {
    return catalogue.grouper().group(coded).map(Grouping::standardFen).orElse(0L);
  }

  private static String alibi(String diagnosis) {
    return switch (diagnosis) {
      case "J96.000" -> "Blood gas analysis";
      case "I26.900" -> "D-dimer";
      case "E43.x00" -> "Amino acids injection";
      default -> "Procalcitonin";
    };
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    Rng rng = stage.rng;
    Catalogue catalogue = stage.setting.catalogue();
    Facility hospital =
        stage.setting.world().hospital(rng, stage.citizen.region(), rng.between(2, 3));
    int days = rng.between(8, 12);
    int day = stage.day(days + 12) + 11;
    return switch (lookAlike) {
      case TREATED_COMPLICATION -> {
        String grave = rng.pick(GRAVE);
        stage.send(
            stage.book(
                hospital,
                rng.pick(MAINS),
                day,
                days,
                stay -> stay.others = List.of("I10.x00x002", grave)));
        yield stage.close(hospital, 0, "A grave complication that was treated.", "确有并接受治疗的严重并发症。");
      }
      case OWN_DRUGS_FOR_CHRONIC_DISEASE -> {
        Visits.Occasion visit = stage.visit(hospital, day - rng.between(3, 10), 10);
        Draft draft =
            stage
                .setting
                .visits()
                .plain(visit, rng, "B18.100", catalogue.items("Entecavir tablets"), 1);
        stage.send(draft.settle("14", visit.millis(), Benefits.Cover.CHRONIC, 0), stage.citizen);
        stage.send(
            stage.book(
                hospital,
                rng.pick(MAINS),
                day,
                days,
                stay -> {
                  stay.others = List.of("B18.100", "E78.500");
                  stay.untreated = Set.of("B18.100");
                }));
        yield stage.close(
            hospital,
            0,
            "Chronic hepatitis under the patient's own drugs, bought before admission.",
            "慢性乙型肝炎，住院期间自带药物治疗，入院前门诊购药。");
      }
      default -> {
        stage.send(
            stage.book(
                hospital,
                "I21.900",
                day,
                1,
                stay -> {
                  stay.others = List.of("J96.000", "R57.000");
                  stay.untreated = Set.of("J96.000", "R57.000");
                  stay.medType = "24";
                  stay.admissionWay = "1";
                  stay.dischargeWay = "5";
                  stay.costFactor = 0;
                  stay.extra(catalogue.item("Resuscitation"), 1, 0, 20);
                }));
        yield stage.close(
            hospital,
            0,
            "Died of a heart attack before more could be done.",
            "急性心肌梗死入院后很快死亡，未及进一步治疗。");
      }
    };
  }
}
