package org.fundwatch.models.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.models.testing.StayBuilder;
import org.junit.jupiter.api.Test;

class StayFactsTest {
  private static final LocalDate ADMITTED = LocalDate.of(2026, 3, 2);

  private final Encounter stay =
      stay("M1")
          .days(4)
          .activeDays(2)
          .age(60)
          .cost("03", 600)
          .cost("04", 200)
          .cost("09", 150)
          .cost("01", 50)
          .build();

  private static StayBuilder stay(String id) {
    return new StayBuilder(id).admitted(ADMITTED);
  }

  private static double value(StayFacts facts, String feature) {
    return facts.value(FeatureSchema.indexOf(feature));
  }

  @Test
  void of_stay_measuresIt() {
    StayFacts facts = StayFacts.of(stay, new Timeline(List.of(stay)));

    assertThat(value(facts, "days")).isEqualTo(4);
    assertThat(value(facts, "cost")).isEqualTo(1000);
    assertThat(value(facts, "day_cost")).isEqualTo(250);
    assertThat(value(facts, "exam_share")).isEqualTo(0.6);
    assertThat(value(facts, "diagnostic_share")).isEqualTo(0.8);
    assertThat(value(facts, "active_share")).isEqualTo(0.5);
    assertThat(value(facts, "fund_share")).isEqualTo(0.7);
    assertThat(value(facts, "standard_ratio")).isEqualTo(1000 / 8000.0);
    assertThat(value(facts, "top_item_share")).isEqualTo(0.6);
    assertThat(value(facts, "hospital_level")).isEqualTo(3);
    assertThat(value(facts, "age")).isCloseTo(60, within(0.1));
    assertThat(value(facts, "prior_gap")).isNaN();
  }

  @Test
  void of_timeline_countsOnlyWhatEndedBeforeTheAdmission() {
    Encounter earlier = stay("M2").admitted(ADMITTED.minusDays(30)).days(5).cost("01", 100).build();
    Encounter elsewhere =
        stay("M3")
            .institution("H32010100002")
            .admitted(ADMITTED.minusDays(100))
            .days(5)
            .cost("01", 100)
            .build();
    Encounter visit =
        stay("M4").medType("11").admitted(ADMITTED.minusDays(10)).days(0).cost("09", 50).build();
    Encounter tooLongAgo = stay("M5").admitted(ADMITTED.minusDays(400)).cost("01", 9).build();
    Encounter later = stay("M6").admitted(ADMITTED.plusDays(20)).cost("01", 100).build();

    StayFacts facts =
        StayFacts.of(
            stay, new Timeline(List.of(stay, earlier, elsewhere, visit, tooLongAgo, later)));

    assertThat(value(facts, "prior_stays_365d")).isEqualTo(2);
    assertThat(value(facts, "prior_stays_here_365d")).isEqualTo(1);
    assertThat(value(facts, "prior_gap")).isEqualTo(25);
    assertThat(value(facts, "prior_visits_90d")).isEqualTo(1);
    assertThat(value(facts, "prior_fund_365d")).isEqualTo(0.7 * 250);
  }

  @Test
  void judgeable_onlyDischargedStaysInNationalCodes() {
    assertThat(StayFacts.judgeable(stay)).isTrue();
    assertThat(StayFacts.judgeable(stay("M2").medType("11").cost("09", 50).build())).isFalse();
    assertThat(StayFacts.judgeable(stay("M2").cost("09", 50).notDischarged().build())).isFalse();
    assertThat(StayFacts.judgeable(stay("M2").cost("09", 50).codeSet("US").build())).isFalse();
    assertThat(StayFacts.judgeable(stay("M2").build())).isFalse();
  }

  @Test
  void of_visit_isRefused() {
    Encounter visit = stay("M9").medType("11").cost("09", 50).build();

    assertThatThrownBy(() -> StayFacts.of(visit, new Timeline(List.of(visit))))
        .hasMessage("encounter M9: not a discharged stay with charges in national codes");
  }
}
