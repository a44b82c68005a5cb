package org.fundwatch.simulation;

import java.util.List;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.Person;
import org.fundwatch.domain.settlement.Settlement;

/** Someone is treated under a relative's card: a wife under her husband's, a child under its. */
final class LentCards implements Script {

  private static final List<String> FOR_WOMEN =
      List.of("Transvaginal ultrasound", "Cervical cytology", "Fuke Qianjin tablets");
  private static final List<String> FOR_MEN =
      List.of("Ultrasound of prostate", "Prostate specific antigen", "Tamsulosin capsules");
  private static final List<String> FOR_CHILDREN =
      List.of(
          "Paediatric cold granules",
          "Paediatric Chiqiao granules",
          "Ibuprofen suspension for children");
  private static final List<String> FOR_ANYONE =
      List.of("Colour ultrasound of abdomen", "Omeprazole capsules");

  private final boolean byAge;

  /**
   * @param byAge true where a child's care goes on an adult's card, false where the sex differs
   */
  LentCards(boolean byAge) {
    this.byAge = byAge;
  }

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    int age = citizen.age();
    if (sheet.lookAlike() == LookAlike.CHILD_AT_THE_LIMIT) {
      return age >= 11 && age <= 13;
    }
    if (byAge && sheet.form() == Form.BORDERLINE) {
      return age >= 16 && age <= 19;
    }
    return age >= 25 && age <= 55;
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    List<String> telling = telling(stage.citizen);
    List<String> names =
        switch (form) {
          case OBVIOUS -> telling;
          case BORDERLINE -> telling.subList(telling.size() - 1, telling.size());
          case EVASIVE -> FOR_ANYONE;
        };
    String diagnosis = byAge ? "J20.900" : form == Form.OBVIOUS ? "N39.000" : "R10.402";
    Facility clinic =
        stage.setting.world().hospital(stage.rng, stage.citizen.region(), stage.rng.between(1, 2));
    Settlement visit = visit(stage, clinic, diagnosis, names, "11", Benefits.Cover.OUTPATIENT);
    stage.send(visit, stage.citizen);
    return stage.close(
        clinic,
        visit.amounts().fundFen(),
        byAge
            ? "A child was treated under an adult's card."
            : "Someone of the other sex was treated under this card.",
        byAge ? "成人医保卡用于儿童就诊。" : "异性亲属冒用医保卡就诊。");
  }

  private List<String> telling(Citizen citizen) {
    return byAge ? FOR_CHILDREN : citizen.person().gender() == Gender.MALE ? FOR_WOMEN : FOR_MEN;
  }

  private static Settlement visit(
      Stage stage,
      Facility at,
      String diagnosis,
      List<String> names,
      String medType,
      Benefits.Cover cover) {
    return visit(stage, stage.citizen, at, diagnosis, names, medType, cover);
  }

  private static Settlement visit(
      Stage stage,
      Citizen citizen,
      Facility at,
      String diagnosis,
      List<String> names,
      String medType,
      Benefits.Cover cover) {
    Visits.Occasion own = stage.visit(at, stage.day(1), stage.rng.between(8, 17));
    Visits.Occasion visit = new Visits.Occasion(citizen, at, own.number(), own.millis());
    List<Item> items = names.stream().map(stage.setting.catalogue()::item).toList();
    return stage
        .setting
        .visits()
        .plain(visit, stage.rng, diagnosis, items, 1)
        .settle(medType, visit.millis(), cover, 1);
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    World world = stage.setting.world();
    Facility clinic = world.hospital(stage.rng, stage.citizen.region(), 1);
    Facility pharmacy = world.pharmacy(stage.rng, stage.citizen.region());
    List<String> telling = telling(stage.citizen);
    List<String> drug = telling.subList(telling.size() - 1, telling.size());
    switch (lookAlike) {
      case FAMILY_ACCOUNT, PARENT_BUYS_FOR_CHILD -> {
        Settlement sale =
            visit(stage, pharmacy, "J06.900", drug, "41", Benefits.Cover.FAMILY_ACCOUNT);
        stage.send(sale, stage.citizen);
        return stage.close(
            pharmacy, 0, "Bought for a relative from the family account.", "家庭共济账户为亲属购药，基金未支付。");
      }
      case SEX_NOT_STATED -> {
        Person p = stage.citizen.person();
        Person unknown =
            new Person(
                p.id(),
                p.name(),
                p.certificateType(),
                p.certificateNo(),
                Gender.UNKNOWN,
                p.birthEpochDay(),
                p.type());
        Settlement visit =
            visit(
                stage,
                stage.citizen.with(unknown),
                clinic,
                "N39.000",
                telling,
                "11",
                Benefits.Cover.OUTPATIENT);
        stage.send(visit, stage.citizen);
        return stage.close(clinic, 0, "The register states no sex.", "参保登记未说明性别。");
      }
      case WRONG_ITEM_REFUNDED -> {
        Item item = stage.setting.catalogue().item(telling.get(0));
        Visits.Occasion at = stage.visit(clinic, stage.day(1), 10);
        Draft draft =
            stage
                .setting
                .visits()
                .plain(
                    at,
                    stage.rng,
                    "R10.402",
                    stage.setting.catalogue().items("Colour ultrasound of abdomen"),
                    1);
        String line = draft.line(item, Draft.ONE, at.millis() - 15 * Schedule.MINUTE);
        draft.refund(line, item, Draft.ONE, at.millis() - 10 * Schedule.MINUTE);
        stage.send(draft.settle("11", at.millis(), Benefits.Cover.OUTPATIENT, 1), stage.citizen);
        return stage.close(clinic, 0, "A wrong item taken back.", "误收项目已退费。");
      }
      case CHILD_AT_THE_LIMIT -> {
        Settlement visit = visit(stage, clinic, "J20.900", drug, "11", Benefits.Cover.OUTPATIENT);
        stage.send(visit, stage.citizen);
        return stage.close(clinic, 0, "A child of just under fourteen.", "接近年龄上限的儿童用药。");
      }
      default -> {
        Settlement visit = visit(stage, clinic, "J20.900", drug, "11", Benefits.Cover.OUTPATIENT);
        stage.send(visit, stage.citizen);
        stage
            .mail(stage.citizen)
            .reversal(() -> visit, visit.settledMillis() + 20 * Schedule.MINUTE);
        return stage.close(clinic, 0, "Swiped the wrong card, cancelled at once.", "误刷家长医保卡，当场撤销。");
      }
    }
  }
}
