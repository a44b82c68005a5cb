package org.fundwatch.alertapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fundwatch.alertapi.testing.SampleAlert;
import org.fundwatch.domain.finding.Attribution;
import org.junit.jupiter.api.Test;

final class ShowTest {
  private final Show show = new Show();

  @Test
  void values_looked_atByPeople() {
    assertThat(show.yuan(123_456_789)).isEqualTo("1,234,567.89");
    assertThat(show.yuan(5)).isEqualTo("0.05");
    assertThat(show.percent(0.826)).isEqualTo("83%");
    assertThat(show.weight(-0.214)).isEqualTo("−0.21");
    assertThat(show.weight(1.3)).isEqualTo("+1.30");
    assertThat(show.period(SampleAlert.MAY_1, SampleAlert.MAY_1 + 1)).isEqualTo("2026-05-01");
    assertThat(show.period(SampleAlert.MAY_1, SampleAlert.MAY_1 + SampleAlert.DAY))
        .isEqualTo("2026-05-01 – 2026-05-02");
    assertThat(show.disposition("REASONABLE")).isEqualTo("合理");
    assertThat(show.disposition("li")).isEqualTo("li");
  }

  @Test
  void bar_isRelativeToTheStrongest() {
    var strong = new Attribution("a", 1, -2);
    var weak = new Attribution("b", 1, 0.5);

    assertThat(show.bar(strong, List.of(strong, weak))).isEqualTo(100);
    assertThat(show.bar(weak, List.of(strong, weak))).isEqualTo(25);
    assertThat(show.bar(weak, List.of())).isZero();
  }
}
