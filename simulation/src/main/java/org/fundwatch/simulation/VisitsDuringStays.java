package org.fundwatch.simulation;

import java.util.List;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.settlement.Settlement;

/** The family goes on using the card while its owner lies in hospital. */
final class VisitsDuringStays implements Script {

  private static final int DAYS = 10;
  private static final List<String> CLINIC_DRUGS =
      List.of("Clopidogrel tablets", "Rivaroxaban tablets");
  private static final List<String> PHARMACY_DRUGS =
      List.of("Tiotropium powder", "Budesonide and formoterol");

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    // Refills of everyday life would mix with those of the case.
    return citizen.age() >= 45 && citizen.chronic().isEmpty();
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    World world = stage.setting.world();
    int day = stage.day(DAYS + 1);
    stay(stage, day);
    int visits = form == Form.OBVIOUS ? rng.between(3, 4) : form == Form.BORDERLINE ? 1 : 2;
    long lost = 0;
    Facility where = world.pharmacy(rng, stage.citizen.region());
    for (int i = 0; i < visits; i++) {
      int offset = form == Form.EVASIVE ? (i == 0 ? 0 : DAYS) : 3 + i * 2;
      boolean clinic = form == Form.OBVIOUS && i % 2 == 0;
      Facility at = clinic ? world.hospital(rng, stage.citizen.region(), 1) : where;
      List<String> drugs =
          clinic
              ? List.of("Outpatient consultation", CLINIC_DRUGS.get(i / 2))
              : List.of(PHARMACY_DRUGS.get(form == Form.EVASIVE ? i : i / 2));
      Settlement visit =
          visit(
              stage,
              at,
              day + offset,
              17,
              drugs,
              clinic ? "11" : "41",
              clinic ? Benefits.Cover.OUTPATIENT : Benefits.Cover.PHARMACY_POOLED,
              false);
      lost += visit.amounts().fundFen();
    }
    return stage.close(
        where,
        lost,
        "The family used the card while its owner lay in hospital.",
        "参保人住院期间，家属持卡在外就诊购药。");
  }

  private static void stay(Stage stage, int day) {
    Facility hospital = stage.setting.world().hospital(stage.rng, stage.citizen.region(), 2);
    stage.send(stage.book(hospital, "I63.900", day, DAYS, stay -> stay.department = "A03.03"));
  }

  private static Settlement visit(
      Stage stage,
      Facility at,
      int day,
      int hour,
      List<String> names,
      String medType,
      Benefits.Cover cover,
      boolean commissioned) {
    Visits.Occasion occasion = stage.visit(at, day, hour);
    Draft draft = occasion.draft(stage.rng);
    draft.diagnosis(stage.setting.catalogue(), "I63.900", true);
    if (commissioned) {
      draft.examinedElsewhere();
    }
    int kinds = 0;
    for (String name : names) {
      Item item = stage.setting.catalogue().item(name);
      stage.setting.visits().sell(draft, occasion, item, 1, kinds++);
    }
    Settlement visit = draft.settle(medType, occasion.millis(), cover, 1);
    stage.send(visit, stage.citizen);
    return visit;
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    World world = stage.setting.world();
    Facility high = world.hospital(stage.rng, stage.citizen.region(), 3);
    Facility pharmacy = world.pharmacy(stage.rng, stage.citizen.region());
    int day = stage.day(DAYS + 1);
    stay(stage, day);
    switch (lookAlike) {
      case ADMISSION_OR_DISCHARGE_DAY -> {
        visit(
            stage,
            high,
            day,
            7,
            List.of("Outpatient consultation", "CT of head"),
            "11",
            Benefits.Cover.OUTPATIENT,
            false);
        return stage.close(high, 0, "Seen as an outpatient, then admitted.", "门诊就诊当日收住院。");
      }
      case FAMILY_WITH_OWN_ACCOUNT -> {
        visit(
            stage,
            pharmacy,
            day + 4,
            18,
            List.of("Ganmaoling granules"),
            "41",
            Benefits.Cover.PHARMACY_OWN,
            false);
        return stage.close(
            pharmacy, 0, "A relative bought from the personal account.", "家属用个人账户购药，统筹基金未支付。");
      }
      default -> {
        visit(
            stage,
            high,
            day + 4,
            10,
            List.of("MRI of head"),
            "11",
            Benefits.Cover.OUTPATIENT,
            true);
        return stage.close(high, 0, "Sent for a scan that the hospital has not.", "住院期间经委托外院检查。");
      }
    }
  }
}
