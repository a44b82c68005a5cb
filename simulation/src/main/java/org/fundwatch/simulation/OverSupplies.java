package org.fundwatch.simulation;

import java.util.List;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.settlement.Settlement;

/** A patient fetches drugs in many places and sells them to a dealer. */
final class OverSupplies implements Script {

  private static final List<String> RESALEABLE =
      List.of("Clopidogrel tablets", "Atorvastatin tablets", "Rivaroxaban tablets");

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    // Refills of everyday life would mix with those of the case.
    return citizen.age() >= 45 && citizen.chronic().isEmpty();
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    Catalogue catalogue = stage.setting.catalogue();
    World world = stage.setting.world();
    Item drug = catalogue.item(rng.pick(RESALEABLE));
    Item sibling = catalogue.item("Nifedipine controlled release");
    Item other = catalogue.item("Amlodipine tablets");
    int fills = form == Form.OBVIOUS ? rng.between(5, 7) : form == Form.BORDERLINE ? 2 : 4;
    int step = form == Form.OBVIOUS ? rng.between(2, 4) : form == Form.BORDERLINE ? 9 : 8;
    int day = stage.day(fills * step + 1);
    long lost = 0;
    Facility at = world.hospitals().get(0);
    for (int i = 0; i < fills; i++) {
      at =
          i % 2 == 0
              ? world.hospital(rng, rng.pick(Population.REGIONS), 1)
              : world.pharmacy(rng, rng.pick(Population.REGIONS));
      Item fetched = form == Form.EVASIVE ? (i % 2 == 0 ? sibling : other) : drug;
      Settlement fill = fill(stage, at, fetched, form == Form.OBVIOUS ? 2 : 1, day + i * step);
      lost += i == 0 ? 0 : fill.amounts().fundFen();
    }
    return stage.close(
        at,
        lost,
        "The same drug was fetched " + fills + " times in a few weeks to be sold on.",
        "数周内在多家机构重复开药" + fills + "次，用于倒卖。");
  }

  private static Settlement fill(Stage stage, Facility at, Item drug, int boxes, int day) {
    Visits.Occasion visit = stage.visit(at, day, stage.rng.between(8, 17));
    boolean pharmacy = at.tier() == 0;
    Settlement fill =
        stage
            .setting
            .visits()
            .plain(visit, stage.rng, "I25.103", List.of(drug), boxes)
            .settle(
                pharmacy ? "41" : "11",
                visit.millis(),
                pharmacy ? Benefits.Cover.PHARMACY_POOLED : Benefits.Cover.OUTPATIENT,
                1);
    stage.send(fill, stage.citizen);
    return fill;
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    Rng rng = stage.rng;
    Catalogue catalogue = stage.setting.catalogue();
    Facility clinic = stage.setting.world().hospital(rng, stage.citizen.region(), 1);
    Item drug = catalogue.item(rng.pick(RESALEABLE));
    int day = stage.day(24);
    return switch (lookAlike) {
      case LONG_PRESCRIPTION -> {
        fill(stage, clinic, drug, 3, day);
        yield stage.close(
            clinic, 0, "Twelve weeks of a drug on a long prescription.", "慢性病十二周长处方。");
      }
      case EARLY_REFILL -> {
        fill(stage, clinic, drug, 1, day);
        fill(stage, clinic, drug, 1, day + rng.between(21, 23));
        yield stage.close(clinic, 0, "A refill some days early.", "提前几天续方取药。");
      }
      case DRUGS_RETURNED -> {
        Settlement first = fill(stage, clinic, drug, 2, day);
        stage.mail(stage.citizen).reversal(() -> first, first.settledMillis() + 3 * Schedule.HOUR);
        fill(stage, clinic, drug, 1, day + 1);
        yield stage.close(clinic, 0, "A purchase cancelled and done again.", "购药结算撤销后重新结算。");
      }
      default -> {
        fill(stage, clinic, drug, 1, day);
        fill(stage, clinic, catalogue.item("Metformin tablets"), 1, day);
        fill(stage, clinic, catalogue.item("Valsartan capsules"), 1, day + 2);
        yield stage.close(clinic, 0, "Several drugs for several diseases.", "多种慢性病分别用药。");
      }
    };
  }
}
