package org.fundwatch.alertapi.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fundwatch.alertapi.cases.Likeness.Shared;
import org.fundwatch.alertapi.cases.Likeness.What;
import org.fundwatch.alertapi.procedure.State;
import org.junit.jupiter.api.Test;

final class LikenessTest {
  @Test
  void equal_cases_haveAllPoints() {
    var one = features("分解住院核查", List.of("R1", "R2"), 1_000);

    var likeness = Likeness.of(one, one);

    assertThat(likeness.score()).isEqualTo(100);
    assertThat(likeness.shared()).extracting(Shared::what).containsExactlyInAnyOrder(What.values());
  }

  @Test
  void points_areTheShareOfWhatIsCommon() {
    var likeness =
        Likeness.of(
            features("分解住院", List.of("R1", "R2"), 1_000),
            features("分解收费", List.of("R2", "R3"), 500));

    // One of three rules; one of three pairs on each side; half of the amount.
    assertThat(points(likeness, What.RULES)).isEqualTo(8.3);
    assertThat(points(likeness, What.TITLE)).isEqualTo(3.3);
    assertThat(points(likeness, What.AMOUNT)).isEqualTo(2.5);
    assertThat(values(likeness, What.RULES)).containsExactly("R2");
    assertThat(values(likeness, What.TITLE)).containsExactly("分解");
    assertThat(values(likeness, What.DOCTORS)).containsExactly("D***11");
  }

  @Test
  void amount_aloneOrFarOff_makesNoLikeness() {
    var none =
        new CaseFeatures(
            "C2",
            "2026",
            "32",
            State.TRIAGE,
            "",
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            1_000,
            0,
            0);
    assertThat(Likeness.of(none, none).counts()).isFalse();
    assertThat(
            Likeness.of(features("甲", List.of(), 1_000), features("乙", List.of(), 3_001)).shared())
        .extracting(Shared::what)
        .doesNotContain(What.AMOUNT);
    assertThat(
            Likeness.of(features("甲", List.of(), 1_000), features("乙", List.of(), 3_000)).shared())
        .extracting(Shared::what)
        .contains(What.AMOUNT);
  }

  private static double points(Likeness likeness, What what) {
    return shared(likeness, what).points();
  }

  private static List<String> values(Likeness likeness, What what) {
    return shared(likeness, what).values();
  }

  private static Shared shared(Likeness likeness, What what) {
    return likeness.shared().stream()
        .filter(shared -> shared.what() == what)
        .findFirst()
        .orElseThrow();
  }

  private static CaseFeatures features(String title, List<String> rules, long fen) {
    return new CaseFeatures(
        "C1",
        title,
        "320102",
        State.TRIAGE,
        "",
        0,
        List.of(),
        List.of("H1"),
        rules,
        List.of("age_limits:0012"),
        List.of("D320100000011"),
        fen,
        0,
        0);
  }
}
