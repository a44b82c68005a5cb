package org.fundwatch.simulation;

import java.util.List;

/** A hospital with empty beds fetches people for a free check-up and bills a stay. */
final class LowThresholdAdmissions implements Script {

  private static final List<String> TRIFLES =
      List.of("I10.x00x002", "K29.500", "M54.503", "R42.x00x004", "M47.801");
  private static final List<String> CHECK_UP =
      List.of(
          "CT of chest",
          "Colour ultrasound of abdomen",
          "Echocardiography",
          "Electrocardiogram",
          "Blood count five part",
          "Liver function",
          "Renal function",
          "Blood lipids",
          "Thyroid function",
          "CEA",
          "Ultrasound of neck vessels");

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    if (sheet.lookAlike() == LookAlike.CHILD_OBSERVED) {
      return citizen.age() < 3;
    }
    return citizen.age() >= 45 && citizen.age() <= 75;
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    Catalogue catalogue = stage.setting.catalogue();
    Facility hospital = stage.setting.world().badHospital(rng, 2, 1);
    boolean evasive = form == Form.EVASIVE;
    int days = form == Form.OBVIOUS ? rng.between(2, 3) : rng.between(4, 5) + (evasive ? 1 : 0);
    int tests = form == Form.OBVIOUS ? CHECK_UP.size() : 3;
    HospitalStay.Settled settled =
        stage.send(
            stage.book(
                hospital,
                evasive ? "I20.000" : rng.pick(TRIFLES),
                stage.day(days + 1),
                days,
                stay -> {
                  stay.regime =
                      form == Form.OBVIOUS
                          ? HospitalStay.Regime.PRESENCE
                          : evasive ? HospitalStay.Regime.FULL : HospitalStay.Regime.ORAL;
                  stay.costFactor = 0;
                  for (int i = 0; i < tests; i++) {
                    stay.extra(catalogue.item(CHECK_UP.get(i)), 1, i % 2, 15);
                  }
                  stay.extra(catalogue.item("Danshen dripping pills"), 1, 0, 16);
                }));
    return stage.close(
        hospital,
        settled.settlement().amounts().fundFen(),
        "Someone without need of a bed was admitted for a check-up.",
        "无住院指征者被收治入院做检查（体检式住院）。");
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    Catalogue catalogue = stage.setting.catalogue();
    World world = stage.setting.world();
    Facility near = world.hospital(stage.rng, stage.citizen.region(), 2);
    Facility high = world.hospital(stage.rng, stage.citizen.region(), 3);
    int day = stage.day(14);
    switch (lookAlike) {
      case CHEST_PAIN_RULED_OUT -> {
        stage.send(
            stage.book(
                near,
                "R07.400",
                day,
                2,
                stay -> {
                  stay.medType = "24";
                  stay.admissionWay = "1";
                  stay.costFactor = 0;
                  for (String test : List.of("Troponin", "Echocardiography", "CT of chest")) {
                    stay.extra(catalogue.item(test), 1, 0, 13);
                  }
                  stay.extra(catalogue.item("Troponin"), 1, 1, 7);
                }));
        return stage.close(near, 0, "Chest pain, a heart attack ruled out.", "急诊胸痛入院排除心肌梗死。");
      }
      case CHILD_OBSERVED -> {
        stage.send(
            stage.book(
                near,
                "B34.900",
                day,
                2,
                stay -> {
                  stay.department = "A07";
                  stay.costFactor = 0;
                  stay.extra(catalogue.item("C-reactive protein"), 1, 0, 14);
                }));
        return stage.close(near, 0, "A small child under observation.", "婴幼儿发热住院观察。");
      }
      case TRANSFERRED_BEFORE_DIAGNOSIS -> {
        stage.send(
            stage.book(
                near,
                "R10.402",
                day,
                1,
                stay -> {
                  stay.dischargeWay = "2";
                  stay.costFactor = 0;
                  stay.extra(catalogue.item("CT of abdomen"), 1, 0, 13);
                  stay.extra(catalogue.item("Amylase"), 1, 0, 13);
                }));
        stage.send(
            stage.book(
                high,
                "K85.900",
                day + 1,
                9,
                stay -> {
                  stay.medType = "23";
                  stay.admissionWay = "3";
                }));
        return stage.close(near, 0, "Transferred before the diagnosis was clear.", "诊断未明转上级医院。");
      }
      default -> {
        stage.send(
            stage.book(
                high,
                "C34.900x001",
                day,
                3,
                stay -> {
                  stay.regime = HospitalStay.Regime.PRESENCE;
                  stay.costFactor = 0;
                  stay.department = "A04.05";
                  for (String test :
                      List.of(
                          "Contrast CT of chest",
                          "Contrast CT of abdomen",
                          "MRI of head",
                          "Pathology of biopsy",
                          "CEA",
                          "Lung function test")) {
                    stay.extra(catalogue.item(test), 1, 1, 10);
                  }
                }));
        return stage.close(high, 0, "Staging of a lung tumour.", "肺部肿瘤分期检查。");
      }
    }
  }
}
