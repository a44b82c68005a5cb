package org.fundwatch.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A changed rule has a new version. */
class RuleLockTest {

  private static final Path LOCK = Path.of("rules.lock");
  private static final String RX01 = "rules/clinical/RX01-sex-limit/rule.yaml";

  @Test
  void rules_areAsTheLockStates() throws IOException, RuleSetException {
    RuleLock lock = RuleLock.parse(Files.readString(LOCK));

    assertThat(lock.differences(RuleLock.of(RuleBundle.builtIn()))).isEmpty();
  }

  @Test
  void change_withoutANewVersion_isRefused() throws RuleSetException {
    RuleLock lock = RuleLock.of(one("", ""));
    int version = version(lock);

    assertThat(lock.refusals(RuleLock.of(one("outcome: violation", "outcome: suspicion"))))
        .containsExactly(
            "RX01-sex-limit: changed, still version %d; at least version %d"
                .formatted(version, version + 1));
    assertThat(lock.refusals(RuleLock.of(one("version: " + version, "version: 0"))))
        .containsExactly("RX01-sex-limit: version 0 after %d; a higher one".formatted(version));
    assertThat(lock.refusals(RuleLock.of(RuleBundle.of(Map.of()))))
        .containsExactly(
            "RX01-sex-limit: gone; ids are never used again: deprecate it and name its successor");
  }

  @Test
  void change_withANewVersion_isOnlyToBeLocked() throws RuleSetException {
    RuleLock lock = RuleLock.of(one("", ""));
    RuleLock next = RuleLock.of(one("version: " + version(lock), "version: 77"));

    assertThat(lock.refusals(next)).isEmpty();
    assertThat(lock.differences(next))
        .containsExactly("RX01-sex-limit: version 77 is not in rules.lock; ./fundwatch rules lock");
    assertThat(next.differences(next)).isEmpty();
    assertThat(RuleLock.parse("").differences(next)).hasSize(1);
  }

  @Test
  void text_isReadAsWritten() throws RuleSetException {
    RuleLock lock = RuleLock.of(one("", ""));

    assertThat(RuleLock.parse(lock.text())).isEqualTo(lock);
    assertThatThrownBy(() -> RuleLock.parse("RX01-sex-limit one\n"))
        .hasMessage("rules.lock: 'RX01-sex-limit one'; a rule's id, version and hash");
  }

  @Test
  void ruleWithMistakes_isNotLocked() {
    assertThatThrownBy(() -> RuleLock.of(one("outcome: violation", "outcome: perhaps")))
        .isInstanceOf(RuleSetException.class);
  }

  private static int version(RuleLock lock) {
    return List.copyOf(lock.rules().values()).get(0).version();
  }

  private static RuleBundle one(String before, String after) {
    Map<String, String> files = new TreeMap<>(RuleBundle.builtIn().files());
    String text = files.getOrDefault(RX01, "");
    assertThat(text).contains(before);
    return RuleBundle.of(Map.of(RX01, text.replace(before, after)));
  }
}
