package org.fundwatch.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.fundwatch.benchmarks.profile.Profile.Share;
import org.junit.jupiter.api.Test;

class StackProfileTest {

  @Test
  void add_fourSamples_sharesByStageAndInnermostMethod() {
    StackProfile profile = new StackProfile();
    profile.add(List.of("java.util.HashMap.get", "org.fundwatch.rules.RuleSet.judgeSettlement"));
    profile.add(List.of("java.util.HashMap.get", "org.fundwatch.models.Scorer.score"));
    profile.add(List.of("org.fundwatch.models.Scorer.score"));
    profile.add(List.of("java.util.HashMap.get", "java.lang.Thread.run"));

    assertThat(profile.samples()).isEqualTo(4);
    assertThat(profile.stages())
        .containsExactly(entry("models", 0.5), entry("other", 0.25), entry("rules", 0.25));
    assertThat(profile.hottest(1)).containsExactly(new Share("java.util.HashMap.get", 0.75));
  }
}
