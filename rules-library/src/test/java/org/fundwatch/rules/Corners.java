package org.fundwatch.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.rules.judge.Candidate;
import org.fundwatch.rules.schema.SubjectType;

/** Expressions at the corners of the language, on stays of several lengths. */
final class Corners {

  static final List<String> EXPRESSIONS =
      List.of(
          "encounter.days / (encounter.days - 6) > 0",
          "encounter.days / (encounter.days - 6) > 0 || encounter.days == 6",
          "encounter.days / (encounter.days - 6) > 0 && encounter.days != 6",
          "encounter.days == 6 || encounter.days / (encounter.days - 6) > 0",
          "encounter.days % (encounter.days - 6) == 0 ? true : false",
          "!(1 / 0 == 1) || true",
          "[1, 2, 3][encounter.days] == 3",
          "[10, 20, 30].exists(x, x / (encounter.days - 6) > 2)",
          "[6, 20, 30].exists(x, 60 / (x - encounter.days) > 2)",
          "[6, 20, 30].all(x, 60 / (x - encounter.days) < 2)",
          "[6, 20, 30].all(x, 60 / (x - encounter.days) > -100)",
          "[1, 2, 2].exists_one(x, x == encounter.days - 4)",
          "[1, 2, 2].exists_one(x, 2 / (x - encounter.days) > 0)",
          "[1, 2, 3].filter(x, x > encounter.days - 4).map(x, x * 2) == [6]",
          "[1, 2, 3].map(x, x > 1, x + encounter.days).size() == 2",
          "[1, 2].all(x, [3, 4].exists(y, x + y == encounter.days))",
          "encounter.items.map(i, i.count).exists(c, c > 5.0)",
          "encounter.diagnoses.map(d, prefix(d, 3)) == [\"J18\"]",
          "(encounter.diagnoses + [\"a\\\"b\\\\c\", \"\\u4f4f\\u9662\"])[1] == \"a\\\"b\\\\c\"",
          "size(\"\\U0001F600x\") == 2 && \"\\u4f4f\\u9662\".contains(\"\\u9662\")",
          "encounter.main_diagnosis.startsWith(\"J\") && !encounter.main_diagnosis.endsWith(\"1\")",
          "9223372036854775807 + encounter.days > 0",
          "-9223372036854775807 - encounter.days < 0",
          "4611686018427387904 * (encounter.days - 4) > 0",
          "-encounter.days < 0 && -1.5 < double(encounter.days)",
          "int(double(encounter.days) / 4.0) == 1",
          "int(1e300) == 1 || encounter.days == 6",
          "encounter.end - encounter.begin >= days(6)",
          "encounter.begin + days(6) <= encounter.end || hours(24) == days(1)",
          "0.0 / 0.0 == 0.0 / 0.0 || 1.0 / 0.0 > 1.0",
          "month_day(encounter.begin) < \"03-10\" ? encounter.days in [5, 6] : \"x\" in [\"y\"]");

  private static final String RULE =
      """
      id: X
      version: 1
      name: {zh: x, en: x}
      family: x
      status: active
      outcome: suspicion
      subject: encounter
      phases: [事后]
      basis: [x]
      valid: {from: 2021-05-01}
      owner: x
      detects: x
      misses: x
      false-positives: x
      on-site: x
      facts: {}
      condition: |
        %s
      sentence: {zh: x, en: x}
      evidence: {}
      """;

  private static final String CASES =
      """
      cases:
        - name: three lengths
          expect: quiet
          stays:
            - {id: A, in: 2026-03-02T09:00, out: 2026-03-08T10:00, diagnosis: J18.900, lines: [001109000010000 x6]}
            - {id: B, in: 2026-03-12T09:00, out: 2026-03-18T08:00, diagnosis: I10.x00x002}
            - {id: C, in: 2026-04-02T09:00, out: 2026-04-04T10:00, diagnosis: J18.001}
            - {id: D, in: 2026-05-02T09:00, out: 2026-05-07T10:00}
      """;

  private Corners() {}

  static Library.Entry rule(String condition) throws RuleSetException {
    Map<String, String> files = new TreeMap<>();
    files.put("rules/x/X/rule.yaml", RULE.formatted(condition));
    files.put("rules/x/X/cases.yaml", CASES);
    return Library.of(RuleBundle.of(files)).get(0);
  }

  static List<Candidate> candidates() throws RuleSetException {
    return rule("true").cases().get(0).facts().candidates(SubjectType.ENCOUNTER, 0);
  }
}
