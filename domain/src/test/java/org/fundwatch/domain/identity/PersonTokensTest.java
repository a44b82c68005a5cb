package org.fundwatch.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PersonTokensTest {

  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER_KEY = "fedcba9876543210".getBytes(StandardCharsets.UTF_8);

  @Test
  void token_sameNumber_isTheSameUnderOneKeyOnly() {
    String token = new PersonTokens(KEY).token("330100199001010011");

    assertThat(token)
        .matches("T[0-9a-f]{32}")
        .isEqualTo(new PersonTokens(KEY).token("330100199001010011"));
    assertThat(token).isNotEqualTo(new PersonTokens(OTHER_KEY).token("330100199001010011"));
    assertThat(token).isNotEqualTo(new PersonTokens(KEY).token("330100199001010012"));
  }

  @Test
  void key_tooShort_isRefused() {
    assertThatThrownBy(() -> new PersonTokens(new byte[8]))
        .hasMessage("token key: 8 bytes; at least 16");
  }
}
