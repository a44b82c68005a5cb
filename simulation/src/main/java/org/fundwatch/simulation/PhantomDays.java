package org.fundwatch.simulation;

import java.util.List;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.settlement.Amounts;

/** Beds that are paid and empty: days charged beyond the stay, or patients who sleep at home. */
final class PhantomDays implements Script {

  private static final List<String> MAINS = List.of("M54.503", "I67.800x003", "E11.900", "M47.801");

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    return citizen.age() >= 45;
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    Facility hospital = stage.setting.world().badHospital(rng, 1, 2);
    boolean beyond = form != Form.EVASIVE && rng.chance(.5);
    int days = beyond ? rng.between(6, 8) : rng.between(11, 14);
    int absent =
        form == Form.OBVIOUS ? rng.between(4, 6) : form == Form.BORDERLINE ? (beyond ? 2 : 3) : 6;
    Item token = stage.setting.catalogue().item("Urinalysis");
    HospitalStay.Settled settled =
        stage.send(
            stage.book(
                hospital,
                rng.pick(MAINS),
                stage.day(days + 1),
                days,
                stay -> {
                  if (beyond) {
                    stay.presenceBeyond = absent;
                    return;
                  }
                  for (int i = 0; i < absent; i++) {
                    stay.idle.add(3 + i);
                    if (form == Form.EVASIVE && i % 2 == 1) {
                      stay.extra(token, 1, 3 + i, 7);
                    }
                  }
                }));
    Amounts amounts = settled.settlement().amounts();
    long wrong = beyond ? settled.wrongFen() : absent * presence(stage.setting.catalogue());
    return stage.close(
        hospital,
        wrong * amounts.fundFen() / amounts.totalFen(),
        beyond
            ? "Bed and nursing were charged for " + absent + " days more than the stay had."
            : "The patient slept at home for " + absent + " days while the bed was charged.",
        beyond ? "床位、护理计费天数超出住院天数" + absent + "天。" : "挂床：住院期间" + absent + "天无诊疗而收取床位护理费。");
  }

  private static long presence(Catalogue catalogue) {
    return catalogue.items("Ward bed", "Inpatient consultation", "Nursing level 2").stream()
        .mapToLong(Item::priceFen)
        .sum();
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    Facility hospital = stage.setting.world().hospital(stage.rng, stage.citizen.region(), 2);
    int day = stage.day(16);
    return switch (lookAlike) {
      case WEEKEND_IN_REHABILITATION -> {
        stage.send(
            stage.book(
                hospital,
                "I69.300",
                day,
                14,
                stay -> {
                  stay.operations = List.of("93.3900x001");
                  stay.department = "A21";
                  for (int i = 0; i < stay.days; i++) {
                    if (Schedule.weekend(day + i)) {
                      stay.idle.add(i);
                    }
                  }
                }));
        yield stage.close(hospital, 0, "No exercises at the weekend.", "康复住院周末不安排训练。");
      }
      case LEAVE_NOT_CHARGED -> {
        stage.send(
            stage.book(hospital, "M51.202", day, 12, stay -> stay.leave.addAll(List.of(5, 6, 7))));
        yield stage.close(hospital, 0, "Approved leave, nothing charged.", "经批准请假离院，期间未计费。");
      }
      default -> {
        Catalogue catalogue = stage.setting.catalogue();
        stage.send(
            stage.book(
                hospital,
                stage.rng.pick(MAINS),
                day,
                7,
                stay -> stay.extra(catalogue.item("Ward bed"), 1, 7, 8)));
        yield stage.close(hospital, 0, "Both first and last day charged.", "入院日与出院日均计床位费。");
      }
    };
  }
}
