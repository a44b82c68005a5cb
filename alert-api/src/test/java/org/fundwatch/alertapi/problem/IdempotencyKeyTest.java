package org.fundwatch.alertapi.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdempotencyKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"k", "8e03978e-40d5-43dd-bc93-6894a57f9324", "\"quoted\"", "~!"})
  void key_visible_isTakenAsItIs(String text) {
    assertThat(IdempotencyKey.of(List.of(text), "POST /"))
        .isEqualTo(new IdempotencyKey(text, "POST /"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "\u00e9", "键", "a\u0000", "a\n", "\u007f"})
  void key_withAnythingElse_isRefused(String text) {
    assertThatThrownBy(() -> IdempotencyKey.of(List.of(text), "POST /"))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void key_ofAHundredCharacters_isTheLongest() {
    assertThat(IdempotencyKey.of(List.of("k".repeat(100)), "").text()).hasSize(100);
    assertThatThrownBy(() -> IdempotencyKey.of(List.of("k".repeat(101)), ""))
        .isInstanceOf(ProblemException.class);
  }
}
