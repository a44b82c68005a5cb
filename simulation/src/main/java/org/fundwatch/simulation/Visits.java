package org.fundwatch.simulation;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.settlement.Settlement;

/** Visits to clinics and pharmacies. Thread-safe. */
final class Visits {

  private static final String COUNTER_DRUG_DIAGNOSIS = "J06.900";

  private final Catalogue catalogue;
  private final CaseTable table = new CaseTable("visits.csv");
  private final List<Item> counterDrugs;

  Visits(Catalogue catalogue) {
    this.catalogue = catalogue;
    counterDrugs =
        catalogue.items(
            "Lianhua Qingwen capsules",
            "Ganmaoling granules",
            "Ibuprofen capsules",
            "Huoxiang Zhengqi capsules",
            "Liuwei Dihuang pills",
            "Ambroxol tablets",
            "Omeprazole capsules",
            "Calcium and vitamin D",
            "Ginkgo leaf tablets",
            "Amoxicillin capsules");
  }

  /** Who goes where and when. */
  record Occasion(Citizen citizen, Facility facility, int number, long millis) {

    Draft draft(Rng rng) {
      return new Draft(
          citizen,
          facility,
          Ids.of(citizen.index(), number, 0),
          facility.doctor(rng.below(facility.doctors())));
    }
  }

  /** A visit for something acute; an emergency costs more tests. */
  Settlement acute(Occasion at, Rng rng, boolean emergency) {
    Draft draft = at.draft(rng);
    CaseTable.Row row = table.pick(rng, at.citizen());
    draft.diagnosis(catalogue, row.main(), true);
    draft.prescription("R" + at.number());
    int tier = at.facility().tier();
    long time = at.millis() - 30 * Schedule.MINUTE;
    String consultation =
        emergency
            ? "Emergency consultation"
            : tier == 3 || rng.chance(.2)
                ? "Senior outpatient consultation"
                : "Outpatient consultation";
    draft.line(catalogue.item(consultation), Draft.ONE, time);
    double testChance = emergency ? .9 : tier == 3 ? .75 : tier == 2 ? .62 : .3;
    for (String test : row.names(1, ";")) {
      if (rng.chance(testChance)) {
        draft.line(catalogue.item(test), Draft.ONE, time);
      }
    }
    if (tier > 1 && at.citizen().age() >= 15) {
      panel(draft, rng, time, tier == 3 ? .95 : .8);
    }
    int drugs = 0;
    for (String drug : row.names(0, ";")) {
      if (drugs < 3 && rng.chance(.7)) {
        Item item = catalogue.item(drug);
        sell(draft, at, item, item.supplyDays() < 8 ? rng.between(1, 2) : 1, drugs++);
      }
    }
    maybeRefund(draft, rng, at);
    return draft.settle(
        emergency ? "13" : "11", at.millis(), Benefits.Cover.OUTPATIENT, account(rng));
  }

  /** A month's drugs for chronic diseases. */
  Settlement refill(Occasion at, Rng rng, List<Item> drugs, String medType) {
    Draft draft = at.draft(rng);
    draft.diagnosis(catalogue, at.citizen().chronic().get(0), true);
    draft.prescription("R" + at.number());
    boolean clinic = at.facility().tier() > 0;
    if (clinic) {
      long time = at.millis() - 20 * Schedule.MINUTE;
      draft.line(catalogue.item("Outpatient consultation"), Draft.ONE, time);
      panel(draft, rng, time, at.facility().tier() == 1 ? .45 : .8);
    }
    for (int i = 0; i < drugs.size(); i++) {
      sell(draft, at, drugs.get(i), 1, i);
    }
    Benefits.Cover cover =
        medType.equals("14")
            ? Benefits.Cover.CHRONIC
            : clinic ? Benefits.Cover.OUTPATIENT : Benefits.Cover.PHARMACY_POOLED;
    return draft.settle(medType, at.millis(), cover, account(rng));
  }

  /** Something from the counter, from the person's own pocket. */
  Settlement counter(Occasion at, Rng rng) {
    Draft draft = at.draft(rng);
    draft.diagnosis(catalogue, COUNTER_DRUG_DIAGNOSIS, true);
    int kinds = rng.between(1, 3);
    int first = rng.below(counterDrugs.size());
    int sold = 0;
    for (int i = 0; i < kinds; i++) {
      Item item = counterDrugs.get((first + i * 3) % counterDrugs.size());
      if (item.limits().allow(at.citizen().person().gender(), at.citizen().age())) {
        int boxes = item.supplyDays() >= 10 ? 1 : rng.between(1, 2);
        sell(draft, at, item, boxes, sold++);
      }
    }
    return draft.settle("41", at.millis(), Benefits.Cover.PHARMACY_OWN, rng.chance(.8) ? 1 : 0);
  }

  /** What a story needs: these items and boxes, no more. */
  Draft plain(Occasion at, Rng rng, String diagnosis, List<Item> items, int boxes) {
    Draft draft = at.draft(rng);
    draft.diagnosis(catalogue, diagnosis, true);
    draft.prescription("R" + at.number());
    int kinds = 0;
    for (Item item : items) {
      if (item.packedDrug()) {
        sell(draft, at, item, boxes, kinds++);
      } else {
        draft.line(item, Draft.ONE, at.millis() - 20 * Schedule.MINUTE);
      }
    }
    return draft;
  }

  /** Charges boxes of a drug and scans their codes; answers the codes. */
  List<String> sell(Draft draft, Occasion at, Item item, int boxes, int kind) {
    long time = at.millis() - 2 * Schedule.MINUTE;
    draft.line(item, boxes * Draft.ONE, time);
    List<String> codes = new ArrayList<>(boxes);
    if (item.packedDrug()) {
      for (int box = 0; box < boxes; box++) {
        String code = Ids.pack(item.code(), at.citizen().index(), at.number(), kind * 20 + box);
        draft.trace(code, item, false, Draft.ONE, time);
        codes.add(code);
      }
    }
    return codes;
  }

  // General tests beside those that the complaint asks for.
  private void panel(Draft draft, Rng rng, long time, double chance) {
    if (rng.chance(chance)) {
      draft.line(catalogue.item("Glucose"), Draft.ONE, time);
      draft.line(catalogue.item("Liver function"), Draft.ONE, time);
      draft.line(catalogue.item("Thyroid function"), Draft.ONE, time);
    }
    if (rng.chance(chance * .6)) {
      draft.line(catalogue.item("CEA"), Draft.ONE, time);
      draft.line(catalogue.item("Hepatitis B panel"), Draft.ONE, time);
    }
    if (rng.chance(chance * .5)) {
      draft.line(catalogue.item("CT of chest"), Draft.ONE, time);
    }
    if (rng.chance(chance * .35)) {
      draft.line(catalogue.item("Holter monitoring"), Draft.ONE, time);
    }
  }

  private void maybeRefund(Draft draft, Rng rng, Occasion at) {
    if (rng.chance(.04)) {
      Item item = catalogue.item("Coagulation");
      long time = at.millis() - 25 * Schedule.MINUTE;
      String id = draft.line(item, Draft.ONE, time);
      draft.refund(id, item, Draft.ONE, at.millis() - 5 * Schedule.MINUTE);
    }
  }

  private static double account(Rng rng) {
    return rng.chance(.7) ? 1 : 0;
  }
}
