package org.fundwatch.simulation;

import java.util.List;
import org.fundwatch.domain.reference.Item;
import org.fundwatch.domain.settlement.Settlement;

/** A pharmacy keeps the codes of sold packs and scans them again for packs that never leave. */
final class TraceCodes implements Script {

  private static final List<String> COSTLY =
      List.of("Dapagliflozin tablets", "Pregabalin capsules", "Yaobitong capsules");

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    // Refills of everyday life would mix with those of the case.
    return citizen.age() >= 45 && citizen.chronic().isEmpty();
  }

  @Override
  public int loans() {
    return 4;
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    World world = stage.setting.world();
    Facility pharmacy = world.badPharmacy(rng);
    Item drug = stage.setting.catalogue().item(rng.pick(COSTLY));
    int again = form == Form.OBVIOUS ? rng.between(2, 4) : 1;
    int day = stage.day(22);
    Visits.Occasion first = stage.visit(pharmacy, day, rng.between(9, 18));
    Settlement sale = sale(stage, first, drug, "", false, 0);
    String code = sale.traceCodes().get(0).code();
    long lost = 0;
    for (int i = 0; i < again; i++) {
      Facility where = form == Form.OBVIOUS && i > 0 ? world.badPharmacy(rng) : pharmacy;
      int later = form == Form.OBVIOUS ? day + 1 + i * 4 + rng.below(3) : day + rng.between(9, 18);
      Visits.Occasion next = stage.cardVisit(i, where, Schedule.at(rng, later, 19));
      lost += sale(stage, next, drug, code, form == Form.EVASIVE, 0).amounts().fundFen();
    }
    return stage.close(
        pharmacy,
        lost,
        "A kept trace code was scanned again for packs that never left the shelf.",
        "药店留存追溯码，反复扫码空刷医保。");
  }

  // An empty code scans the pack's own.
  private static Settlement sale(
      Stage stage, Visits.Occasion at, Item drug, String code, boolean split, int part) {
    Draft draft = at.draft(stage.rng);
    draft.diagnosis(stage.setting.catalogue(), "M54.503", true);
    draft.prescription("R" + at.number());
    long count = part > 0 ? Draft.ONE / part : Draft.ONE;
    long time = at.millis() - Schedule.MINUTE;
    draft.line(drug, count, time);
    String own = Ids.pack(drug.code(), at.citizen().index(), at.number(), 0);
    draft.trace(code.isEmpty() ? own : code, drug, split, count, time);
    Settlement sale = draft.settle("41", at.millis(), Benefits.Cover.PHARMACY_POOLED, 1);
    stage.send(sale, at.citizen());
    return sale;
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    return switch (lookAlike) {
      case SPLIT_BOX -> splitBox(stage);
      case RETURN_AND_RESALE -> returned(stage);
      case REVERSAL_AND_RESALE -> reversed(stage);
      default -> retransmitted(stage);
    };
  }

  private static TruthEntry splitBox(Stage stage) {
    Facility pharmacy = pharmacy(stage);
    int day = stage.day(8);
    Settlement first = sale(stage, stage.visit(pharmacy, day, 9), drug(stage), "", true, 4);
    String code = first.traceCodes().get(0).code();
    for (int i = 0; i < 3; i++) {
      long at = Schedule.at(stage.rng, day + i * 2, 10 + i);
      sale(stage, stage.cardVisit(i, pharmacy, at), drug(stage), code, true, 4);
    }
    return stage.close(
        pharmacy, 0, "An opened box sold in quarters to four people.", "拆零销售，一盒药分四次售出。");
  }

  // A 3506 comes with the exchange: the pack goes back, another one is bought.
  private static TruthEntry returned(Stage stage) {
    Facility pharmacy = pharmacy(stage);
    Item drug = drug(stage);
    Item dearer = stage.setting.catalogue().item("Tiotropium powder");
    int day = stage.day(8);
    Settlement first = sale(stage, stage.visit(pharmacy, day, 9), drug, "", false, 0);
    String code = first.traceCodes().get(0).code();
    Visits.Occasion exchange = stage.visit(pharmacy, day + 1, 10);
    Draft draft = exchange.draft(stage.rng);
    draft.diagnosis(stage.setting.catalogue(), "M54.503", true);
    long time = exchange.millis() - Schedule.MINUTE;
    draft.line(dearer, Draft.ONE, time);
    draft.refund("0001", drug, Draft.ONE, time);
    draft.trace(code, drug, false, -Draft.ONE, time);
    draft.trace(
        Ids.pack(dearer.code(), stage.citizen.index(), exchange.number(), 1),
        dearer,
        false,
        Draft.ONE,
        time);
    stage.send(
        draft.settle("41", exchange.millis(), Benefits.Cover.PHARMACY_POOLED, 1), stage.citizen);
    long at = Schedule.at(stage.rng, day + 3, 15);
    sale(stage, stage.cardVisit(0, pharmacy, at), drug, code, false, 0);
    return stage.close(pharmacy, 0, "A returned pack was sold to someone else.", "退货后的药品再次销售。");
  }

  private static TruthEntry reversed(Stage stage) {
    Facility pharmacy = pharmacy(stage);
    int day = stage.day(8);
    Settlement first = sale(stage, stage.visit(pharmacy, day, 9), drug(stage), "", false, 0);
    stage.mail(stage.citizen).reversal(() -> first, first.settledMillis() + Schedule.HOUR);
    long at = Schedule.at(stage.rng, day + 2, 15);
    String code = first.traceCodes().get(0).code();
    sale(stage, stage.cardVisit(0, pharmacy, at), drug(stage), code, false, 0);
    return stage.close(pharmacy, 0, "A cancelled sale; the pack was sold later.", "结算撤销后药品另行售出。");
  }

  private static TruthEntry retransmitted(Stage stage) {
    Facility pharmacy = pharmacy(stage);
    Settlement first =
        sale(stage, stage.visit(pharmacy, stage.day(2), 11), drug(stage), "", false, 0);
    long sent = first.settledMillis() + 3000;
    stage.mail(stage.citizen).again(() -> first, sent, sent + 40_000);
    return stage.close(pharmacy, 0, "One message arrived twice.", "网络原因同一报文重复上传。");
  }

  private static Facility pharmacy(Stage stage) {
    return stage.setting.world().pharmacy(stage.rng, stage.citizen.region());
  }

  private static Item drug(Stage stage) {
    return stage.setting.catalogue().item("Dapagliflozin tablets");
  }
}
