package org.fundwatch.simulation;

import java.util.List;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.settlement.Amounts;

/** A ward bills more hours than a day has. */
final class TooFrequentItems implements Script {

  private static final List<String> MAINS = List.of("J18.900", "E11.400", "K29.500", "H81.100");
  private static final int FIRST_QUIET_DAY = 3;

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    return citizen.age() >= 45;
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    Catalogue catalogue = stage.setting.catalogue();
    Facility hospital = stage.setting.world().badHospital(rng, 2, 3, 1);
    Item monitor = catalogue.item("Cardiac monitoring");
    Item holter = catalogue.item("Holter monitoring");
    int days = rng.between(8, 10);
    HospitalStay.Settled settled =
        stage.send(
            stage.book(
                hospital,
                rng.pick(MAINS),
                stage.day(days + 1),
                days,
                stay -> {
                  switch (form) {
                    case OBVIOUS -> {
                      for (int i = FIRST_QUIET_DAY; i < days - 1; i++) {
                        stay.extra(monitor, 24, i, 8);
                        stay.wrong(monitor, rng(stay, 8, 20), i, 20);
                        stay.wrong(holter, 2, i, 20);
                      }
                    }
                    case BORDERLINE -> {
                      stay.extra(monitor, 24, FIRST_QUIET_DAY, 8);
                      stay.wrong(monitor, 2, FIRST_QUIET_DAY, 20);
                    }
                    case EVASIVE -> {
                      for (int i = FIRST_QUIET_DAY; i < days - 1; i++) {
                        stay.wrong(monitor, 24, i, 8);
                      }
                    }
                  }
                }));
    Amounts amounts = settled.settlement().amounts();
    return stage.close(
        hospital,
        settled.wrongFen() * amounts.fundFen() / amounts.totalFen(),
        form == Form.EVASIVE
            ? "A walking patient was billed as monitored around the clock."
            : "More hours were billed than a day has.",
        form == Form.EVASIVE ? "可自由活动的患者被按全天心电监测计费。" : "按小时或按日计价项目超出一日上限。");
  }

  private static int rng(HospitalStay stay, int low, int high) {
    return stay.rng.between(low, high);
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    Catalogue catalogue = stage.setting.catalogue();
    Facility hospital = stage.setting.world().hospital(stage.rng, stage.citizen.region(), 2);
    Item monitor = catalogue.item("Cardiac monitoring");
    stage.send(
        stage.book(
            hospital,
            stage.rng.pick(MAINS),
            stage.day(10),
            8,
            stay -> {
              switch (lookAlike) {
                case FULL_DAY_OF_MONITORING -> {
                  stay.extra(monitor, 24, 3, 8);
                  stay.extra(monitor, 24, 4, 8);
                }
                case TWO_NURSING_LEVELS -> stay.extra(catalogue.item("Nursing level 1"), 1, 4, 15);
                default -> {
                  stay.extras.add(
                      new Charge(monitor, 48 * Draft.ONE, stay.moment(4, 8), true, false));
                  stay.extra(monitor, 24, 4, 12);
                }
              }
            }));
    return switch (lookAlike) {
      case FULL_DAY_OF_MONITORING ->
          stage.close(hospital, 0, "Monitored for full days.", "病情需要全天心电监测。");
      case TWO_NURSING_LEVELS ->
          stage.close(hospital, 0, "The nursing level changed that day.", "护理级别当日变更。");
      default -> stage.close(hospital, 0, "A wrong count taken back.", "计数录入错误已冲销更正。");
    };
  }
}
