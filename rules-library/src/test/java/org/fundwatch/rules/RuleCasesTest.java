package org.fundwatch.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleCasesTest {

  @TestFactory
  Stream<DynamicTest> builtInCases() throws RuleSetException {
    return RuleLibrary.test(RuleBundle.builtIn()).stream()
        .map(
            result ->
                DynamicTest.dynamicTest(
                    result.rule() + ": " + result.name(),
                    () -> assertThat(result.problems()).isEmpty()));
  }

  @Test
  void caseThatSaysTheOpposite_isReported() throws RuleSetException {
    Map<String, String> files = new TreeMap<>(RuleBundle.builtIn().files());
    files.computeIfPresent(
        "rules/clinical/RX01-sex-limit/cases.yaml",
        (path, text) -> text.replaceFirst("expect: fires\n    amount: 77.00", "expect: quiet"));

    List<RuleLibrary.CaseResult> failed =
        RuleLibrary.test(RuleBundle.of(files)).stream().filter(one -> !one.passed()).toList();

    assertThat(failed)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo("transvaginal ultrasound of a man");
              assertThat(one.problems().get(0)).startsWith("fires; must stay quiet");
            });
  }
}
