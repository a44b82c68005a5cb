package org.fundwatch.alertapi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PasswordHashesTest {
  @Test
  void matches_rightAndWrong_alsoOnceRemembered() {
    var hashes = new PasswordHashes();
    var hash = PasswordHashes.hash("试 password");

    assertThat(hashes.matches("wrong", hash)).isFalse();
    assertThat(hashes.matches("试 password", hash)).isTrue();
    assertThat(hashes.matches("试 password", hash)).isTrue();
    assertThat(hashes.matches("wrong", hash)).isFalse();
    assertThat(hashes.matches("试 password", PasswordHashes.hash("other"))).isFalse();
  }

  @Test
  void hash_emptyOrTooLong_isRefused() {
    assertThatThrownBy(() -> PasswordHashes.hash(""))
        .hasMessage("password: 0 bytes; allowed are 1 to 72");
    assertThatThrownBy(() -> PasswordHashes.hash("试".repeat(25)))
        .hasMessage("password: 75 bytes; allowed are 1 to 72");
  }
}
