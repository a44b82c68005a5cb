package org.fundwatch.rules.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundwatch.domain.money.Scaled;
import org.fundwatch.rules.source.Issues;
import org.fundwatch.rules.source.Yaml;
import org.fundwatch.rules.source.YamlValue;

/** Reads {@code cases.yaml}. The form is described in docs/rule-authoring.md. */
public final class CaseReader {

  private CaseReader() {}

  /** The cases of a file; what is wrong with them goes to {@code issues}. */
  public static List<RuleCase> read(String file, String text, Issues issues) {
    List<RuleCase> cases = new ArrayList<>();
    Yaml.parse(file, text, issues)
        .ifPresent(
            root -> {
              Map<String, YamlValue> fields = root.entries(Set.of("cases"), Set.of("defaults"));
              Optional<YamlValue> defaults = Optional.ofNullable(fields.get("defaults"));
              YamlValue list = fields.get("cases");
              if (list != null) {
                list.elements().forEach(one -> cases.add(read(one, defaults)));
              }
            });
    return cases;
  }

  private static RuleCase read(YamlValue value, Optional<YamlValue> defaults) {
    Map<String, YamlValue> fields =
        value.entries(
            new LinkedHashSet<>(List.of("name", "expect")),
            new LinkedHashSet<>(
                List.of(
                    "because",
                    "person",
                    "stays",
                    "visits",
                    "sales",
                    "days",
                    "months",
                    "amount",
                    "excused-by",
                    "edge")));
    String expect =
        Optional.ofNullable(fields.get("expect"))
            .map(text -> text.oneOf(List.of("fires", "quiet")))
            .orElse("quiet");
    return new RuleCase(
        Optional.ofNullable(fields.get("name")).map(YamlValue::text).orElse(""),
        Optional.ofNullable(fields.get("because")).map(YamlValue::text).orElse(""),
        new FactsBuilder(fields, defaults).build(),
        expect.equals("fires"),
        Optional.ofNullable(fields.get("amount")).map(CaseReader::fen),
        Optional.ofNullable(fields.get("excused-by")).map(YamlValue::text),
        Optional.ofNullable(fields.get("edge")).map(YamlValue::texts).orElse(List.of()),
        value);
  }

  /** Fen of an amount in yuan. */
  static long fen(YamlValue value) {
    long fen = Scaled.parse(value.text(), 2);
    if (fen == Scaled.INVALID) {
      value.issue("'" + value.text() + "'", "an amount in yuan such as 12.50");
      return 0;
    }
    return fen;
  }
}
