package org.fundwatch.simulation;

import java.util.List;
import org.fundwatch.domain.reference.Item;

/** A billing clerk charges the part beside the whole that includes it. */
final class DuplicateCharges implements Script {

  /** A service and one that is part of it. */
  private record Pair(String whole, String part, int count) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("Contrast CT of abdomen", "CT of abdomen", 1),
          new Pair("Blood count five part", "Blood count three part", 1),
          new Pair("Colour ultrasound of abdomen", "Ultrasound of abdomen", 1),
          new Pair("Cardiac monitoring", "Oxygen saturation monitoring", 10));
  private static final List<String> MAINS = List.of("J18.900", "E11.400", "I67.800x003", "H81.100");
  private static final int FIRST_QUIET_DAY = 3;

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    return citizen.age() >= 45;
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    Facility hospital = stage.setting.world().badHospital(rng, 3, 2, 1);
    int days = rng.between(8, 11);
    int pairs = form == Form.OBVIOUS ? PAIRS.size() : 1;
    int first = rng.below(PAIRS.size());
    HospitalStay.Settled settled =
        stage.send(
            stage.book(
                hospital,
                rng.pick(MAINS),
                stage.day(days + 1),
                days,
                stay -> {
                  for (int i = 0; i < pairs; i++) {
                    Pair pair = PAIRS.get((first + i) % PAIRS.size());
                    charge(stage, stay, pair, FIRST_QUIET_DAY + i, form == Form.EVASIVE);
                  }
                }));
    return stage.close(
        hospital,
        settled.wrongFen()
            * settled.settlement().amounts().fundFen()
            / settled.settlement().amounts().totalFen(),
        "Services were charged beside the ones that include them.",
        "重复收费：收取项目的同时又收取其内涵已包含的项目。");
  }

  private static void charge(
      Stage stage, HospitalStay stay, Pair pair, int offset, boolean nextDay) {
    Item whole = stage.setting.catalogue().item(pair.whole());
    Item part = stage.setting.catalogue().item(pair.part());
    stay.extra(whole, pair.count(), offset, 10);
    stay.wrong(part, pair.count(), nextDay ? offset + 1 : offset, 11);
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    Catalogue catalogue = stage.setting.catalogue();
    Facility hospital = stage.setting.world().hospital(stage.rng, stage.citizen.region(), 2);
    Item plain = catalogue.item("CT of abdomen");
    Item contrast = catalogue.item("Contrast CT of abdomen");
    stage.send(
        stage.book(
            hospital,
            stage.rng.pick(MAINS),
            stage.day(10),
            8,
            stay -> {
              switch (lookAlike) {
                case REPEATED_ON_ANOTHER_DAY -> {
                  stay.extra(plain, 1, 1, 10);
                  stay.extra(contrast, 1, 4, 10);
                }
                case ANOTHER_BODY_REGION -> {
                  stay.extra(contrast, 1, 4, 10);
                  stay.extra(catalogue.item("CT of head"), 1, 4, 11);
                }
                default -> {
                  stay.extra(contrast, 1, 4, 10);
                  stay.extras.add(new Charge(plain, Draft.ONE, stay.moment(4, 11), true, false));
                }
              }
            }));
    return switch (lookAlike) {
      case REPEATED_ON_ANOTHER_DAY ->
          stage.close(hospital, 0, "Plain scan first, contrast days later.", "先平扫，数日后增强扫描。");
      case ANOTHER_BODY_REGION ->
          stage.close(hospital, 0, "Two body regions on one day.", "同日检查不同部位。");
      default -> stage.close(hospital, 0, "A double charge taken back at once.", "重复计费当日已冲销。");
    };
  }
}
