package org.fundwatch.simulation;

import java.util.List;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.time.ShanghaiTime;

/** A pharmacy swipes the cards that it keeps, at night when nobody looks. */
final class NightBursts implements Script {

  private static final List<String> BASKET = List.of("Liuwei Dihuang pills", "Ginkgo leaf tablets");
  private static final List<String> REGULAR =
      List.of(
          "Ginkgo leaf tablets",
          "Ambroxol tablets",
          "Mosapride tablets",
          "Omeprazole capsules",
          "Acarbose tablets");

  @Override
  public boolean fits(CaseSheet sheet, Citizen citizen) {
    return citizen.age() >= 18;
  }

  @Override
  public int loans() {
    return 30;
  }

  @Override
  public TruthEntry fraud(Stage stage, Form form) {
    Rng rng = stage.rng;
    Facility pharmacy = stage.setting.world().badPharmacy(rng);
    int cards = form == Form.OBVIOUS ? rng.between(15, 30) : form == Form.BORDERLINE ? 7 : 14;
    long moment =
        ShanghaiTime.startOfDay(stage.day(1))
            + (form == Form.OBVIOUS
                ? 22 * Schedule.HOUR + rng.between(40, 70) * Schedule.MINUTE
                : form == Form.BORDERLINE ? 21 * Schedule.HOUR : 12 * Schedule.HOUR);
    long lost = 0;
    for (int i = 0; i < cards; i++) {
      List<String> basket =
          form == Form.EVASIVE ? List.of(REGULAR.get(i % REGULAR.size())) : BASKET;
      lost += sale(stage, i, pharmacy, moment, basket, 3000).amounts().fundFen();
      moment +=
          1000L
              * (form == Form.OBVIOUS
                  ? rng.between(4, 11)
                  : form == Form.BORDERLINE ? rng.between(25, 45) : rng.between(60, 150));
    }
    return stage.close(
        pharmacy,
        lost,
        "A pharmacy swiped " + cards + " kept cards in a row.",
        "药店集中刷取留存的" + cards + "张医保卡。");
  }

  private static Settlement sale(
      Stage stage, int card, Facility pharmacy, long at, List<String> names, long delay) {
    Visits.Occasion occasion = stage.cardVisit(card, pharmacy, at);
    Settlement sale =
        stage
            .setting
            .visits()
            .plain(
                occasion,
                stage.rng,
                "I25.103",
                names.stream().map(stage.setting.catalogue()::item).toList(),
                1)
            .settle("41", at, Benefits.Cover.PHARMACY_POOLED, 1);
    stage.mail(occasion.citizen()).plainly(() -> sale, at + delay);
    stage.note(sale);
    return sale;
  }

  @Override
  public TruthEntry honest(Stage stage, LookAlike lookAlike) {
    Rng rng = stage.rng;
    Facility pharmacy = stage.setting.world().pharmacy(rng, stage.citizen.region());
    boolean night = lookAlike == LookAlike.NIGHT_PHARMACY;
    boolean outage = lookAlike == LookAlike.QUEUE_SENT_AFTER_OUTAGE;
    int customers = night ? rng.between(5, 8) : rng.between(9, 14);
    long step = (night ? 40 : outage ? 35 : 4) * Schedule.MINUTE;
    long first =
        ShanghaiTime.startOfDay(stage.day(2)) + (night ? 22 : outage ? 9 : 10) * Schedule.HOUR;
    long online = ShanghaiTime.startOfDay(ShanghaiTime.epochDay(first)) + 21 * Schedule.HOUR;
    for (int i = 0; i < customers; i++) {
      long at = first + i * step + rng.below(120) * 1000L;
      List<String> drugs = List.of(REGULAR.get((i + stage.ordinal()) % REGULAR.size()));
      sale(stage, i, pharmacy, at, drugs, outage ? online - at + i * 2000L : 3000);
    }
    return switch (lookAlike) {
      case NIGHT_PHARMACY ->
          stage.close(pharmacy, 0, "Customers of a night pharmacy.", "二十四小时药店夜间顾客。");
      case NURSING_HOME_PURCHASE ->
          stage.close(pharmacy, 0, "A nursing home fetches everyone's drugs.", "养老院集中为老人代购常用药。");
      default ->
          stage.close(pharmacy, 0, "A day's sales sent together after an outage.", "断网一日，晚间集中上传。");
    };
  }
}
