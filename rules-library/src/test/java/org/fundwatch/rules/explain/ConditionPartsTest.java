package org.fundwatch.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionPartsTest {

  @Test
  void conjunction_fallsApartAtItsOwnJoints() {
    assertThat(ConditionParts.of("a > 1 && (b && c || d)\n && [x && y] == z && f(\"&&(\") "))
        .containsExactly("a > 1", "(b && c || d)", "[x && y] == z", "f(\"&&(\")");
  }

  @Test
  void otherConditions_stayWhole() {
    assertThat(ConditionParts.of("a && b || c")).containsExactly("a && b || c");
    assertThat(ConditionParts.of("a && b ? c : d")).containsExactly("a && b ? c : d");
    assertThat(ConditionParts.of("a == 'it\\'s && '")).containsExactly("a == 'it\\'s && '");
    assertThat(ConditionParts.of("a")).containsExactly("a");
  }
}
