package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CallerTest {
  private static final Grant LENT = new Grant(1, "330106", 100, 200, "wang", "飞行检查");
  private static final Caller LI =
      new Caller("li", Set.of(Role.INSPECTOR), Regions.parse(List.of("3201")), List.of(LENT));

  @Test
  void sees_ownAndLentRegions_andNothingElse() {
    assertThat(LI.sees("320102")).isTrue();
    assertThat(LI.sees("330106")).isTrue();
    assertThat(LI.sees("330108")).isFalse();
    assertThat(LI.sees("")).isFalse();
    assertThat(LI.reach()).hasToString("3201,330106");
  }

  @Test
  void grant_atItsEnd_isOver() {
    assertThat(LENT.inForce(99)).isFalse();
    assertThat(LENT.inForce(100)).isTrue();
    assertThat(LENT.inForce(199)).isTrue();
    assertThat(LENT.inForce(200)).isFalse();
  }

  @Test
  void approval_ofOnesOwn_isRefused() {
    assertThatCode(() -> LI.requireOther("wang")).doesNotThrowAnyException();
    assertThatThrownBy(() -> LI.requireOther("li"))
        .hasMessage("nobody approves their own; somebody else has to");
  }

  @Test
  void settings_userOfNoRegion_isAskedFor() {
    var nowhere = new UserSettings.User("hash", Set.of(Role.INSPECTOR), null);

    assertThatThrownBy(() -> new UserSettings(Map.of("li", nowhere)))
        .hasMessage(
            "fundwatch.users.li.regions: none; administrative division codes with commas, such as"
                + " 3201, or * for the nation");
    assertThatCode(
            () ->
                new UserSettings(
                    Map.of("root", new UserSettings.User("hash", Set.of(Role.ADMIN), null))))
        .doesNotThrowAnyException();
  }

  @Test
  void role_parsed_asItIsWritten() {
    assertThat(Role.parse("legal-reviewer")).contains(Role.LEGAL_REVIEWER);
    assertThat(Role.parse("LEAD")).contains(Role.LEAD);
    assertThat(Role.parse("king")).isEmpty();
    assertThat(Role.ofAuthority("ROLE_AUDITOR")).contains(Role.AUDITOR);
    assertThat(Role.ofAuthority("SCOPE_openid")).isEmpty();
  }
}
