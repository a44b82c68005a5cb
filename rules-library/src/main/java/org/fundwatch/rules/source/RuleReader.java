package org.fundwatch.rules.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.domain.finding.Evidence;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.rules.RuleInfo;
import org.fundwatch.rules.RuleInfo.ExceptionInfo;
import org.fundwatch.rules.RuleStatus;
import org.fundwatch.rules.framework.Framework;
import org.fundwatch.rules.schema.SubjectType;
import org.jspecify.annotations.Nullable;

/** Reads {@code rule.yaml}: its shape and its words. Expressions are checked later. */
public final class RuleReader {

  private static final Set<String> REQUIRED =
      ordered(
          "id",
          "version",
          "name",
          "family",
          "status",
          "outcome",
          "subject",
          "phases",
          "basis",
          "valid",
          "owner",
          "detects",
          "misses",
          "false-positives",
          "on-site",
          "facts",
          "condition",
          "sentence",
          "evidence");
  private static final Set<String> OPTIONAL =
      ordered(
          "official-code",
          "covers",
          "successor",
          "visits",
          "insurance",
          "lookback",
          "params",
          "exceptions",
          "silenced-by",
          "amount",
          "confidence");
  private static final List<String> PHASES = List.of("事前", "事中", "事后");
  private static final List<String> VISITS = List.of("outpatient", "inpatient", "pharmacy");
  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private final Map<String, YamlValue> fields;
  private final YamlValue root;

  private RuleReader(YamlValue root) {
    this.root = root;
    this.fields = root.entries(REQUIRED, OPTIONAL);
  }

  /**
   * Reads a rule.
   *
   * @return empty where so much is missing that nothing more can be checked
   */
  public static Optional<RuleDocument> read(String file, String text, Issues issues) {
    return Yaml.parse(file, text, issues)
        .filter(
            root -> {
              if (!root.isMap()) {
                root.issue("no mapping", "a rule: " + String.join(", ", REQUIRED));
              }
              return root.isMap();
            })
        .flatMap(root -> new RuleReader(root).document());
  }

  private Optional<RuleDocument> document() {
    YamlValue condition = fields.get("condition");
    YamlValue sentence = fields.get("sentence");
    YamlValue subject = fields.get("subject");
    if (condition == null || sentence == null || subject == null) {
      return Optional.empty();
    }
    Map<String, YamlValue> sentences = sentence.entries(ordered("zh", "en"), Set.of());
    YamlValue zh = sentences.get("zh");
    YamlValue en = sentences.get("en");
    if (zh == null || en == null) {
      return Optional.empty();
    }
    List<Parameter> parameters = ParameterReader.read(entries("params"));
    List<YamlValue> exceptions = new ArrayList<>();
    List<ExceptionInfo> exceptionInfos = new ArrayList<>();
    entries("exceptions")
        .forEach(
            (name, value) -> {
              Map<String, YamlValue> parts = value.entries(ordered("when", "why"), Set.of());
              YamlValue when = parts.get("when");
              if (when != null) {
                exceptions.add(when);
                exceptionInfos.add(
                    new ExceptionInfo(
                        name,
                        when.text(),
                        Optional.ofNullable(parts.get("why")).map(YamlValue::text).orElse("")));
              }
            });
    Map<String, YamlValue> valid =
        Optional.ofNullable(fields.get("valid"))
            .map(value -> value.entries(Set.of("from"), Set.of("to")))
            .orElse(Map.of());
    Map<String, YamlValue> name =
        Optional.ofNullable(fields.get("name"))
            .map(value -> value.entries(ordered("zh", "en"), Set.of()))
            .orElse(Map.of());
    List<String> visits = texts("visits");
    texts("phases", PHASES);
    RuleInfo info =
        new RuleInfo(
            text("id"),
            (int)
                Optional.ofNullable(fields.get("version"))
                    .map(YamlValue::integer)
                    .orElse(0L)
                    .longValue(),
            official("official-code", Framework.officialCodes()),
            officialNames(),
            text("successor"),
            text(name.get("zh")),
            text(name.get("en")),
            text("family"),
            choice("status", RuleStatus.values()),
            choice("outcome", Outcome.values()),
            subject.oneOf(SubjectType.texts()),
            texts("phases"),
            texts("insurance"),
            visits,
            texts("basis"),
            text(valid.get("from")),
            text(valid.get("to")),
            text("owner"),
            text("detects"),
            text("misses"),
            text("false-positives"),
            text("on-site"),
            parameters.stream().map(Parameter::info).toList(),
            condition.text(),
            exceptionInfos,
            texts("silenced-by"));
    texts("visits", VISITS);
    return Optional.of(
        new RuleDocument(
            info,
            root,
            SubjectType.of(info.subject()),
            lookback(),
            day(valid.get("from"), Integer.MIN_VALUE),
            day(valid.get("to"), Integer.MAX_VALUE),
            visits.stream()
                .filter(VISITS::contains)
                .map(visit -> MedType.valueOf(visit.toUpperCase(Locale.ROOT)))
                .toList(),
            parameters,
            facts(),
            condition,
            exceptions,
            fields.get("amount"),
            fields.get("confidence"),
            zh,
            en,
            evidence()));
  }

  private long lookback() {
    YamlValue value = fields.get("lookback");
    if (value == null) {
      return 0;
    }
    long millis = value.millis();
    if (millis > RuleDocument.LONGEST_LOOKBACK.toMillis()) {
      value.issue(
          "'" + value.text() + "'",
          "at most %dd: nothing older is kept".formatted(RuleDocument.LONGEST_LOOKBACK.toDays()));
    }
    return millis;
  }

  private String official(String field, List<String> known) {
    YamlValue value = fields.get(field);
    return value == null ? "" : official(value, known);
  }

  private List<String> officialNames() {
    YamlValue value = fields.get("covers");
    return value == null
        ? List.of()
        : value.elements().stream().map(one -> official(one, Framework.officialNames())).toList();
  }

  private static String official(YamlValue value, List<String> known) {
    String text = value.text();
    if (!known.contains(text)) {
      value.issue(
          "'" + text + "'",
          Suggestions.near(text, known) + "one of rules-library/framework/national-rules.csv");
    }
    return text;
  }

  private List<RuleDocument.FactText> facts() {
    List<RuleDocument.FactText> facts = new ArrayList<>();
    entries("facts")
        .forEach(
            (name, value) -> {
              if (!NAME.matcher(name).matches()) {
                value.issue("fact name '" + name + "'", "small letters, digits and _");
              } else if (value.isMap()) {
                Map<String, YamlValue> parts = value.entries(Set.of("value"), Set.of("unit"));
                YamlValue expression = parts.get("value");
                if (expression != null) {
                  facts.add(new RuleDocument.FactText(name, expression, text(parts.get("unit"))));
                }
              } else {
                facts.add(new RuleDocument.FactText(name, value, ""));
              }
            });
    return facts;
  }

  private List<RuleDocument.EvidenceText> evidence() {
    List<RuleDocument.EvidenceText> evidence = new ArrayList<>();
    Map<String, Evidence.Kind> kinds = new LinkedHashMap<>();
    for (Evidence.Kind kind : Evidence.Kind.values()) {
      kinds.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind);
    }
    entries("evidence")
        .forEach(
            (name, value) -> {
              Evidence.Kind kind = kinds.get(name);
              if (kind == null) {
                value.issue("evidence '" + name + "'", Suggestions.allowed(name, kinds.keySet()));
                return;
              }
              value
                  .elements()
                  .forEach(ids -> evidence.add(new RuleDocument.EvidenceText(kind, ids)));
            });
    return evidence;
  }

  private Map<String, YamlValue> entries(String field) {
    YamlValue value = fields.get(field);
    return value == null ? Map.of() : value.entries();
  }

  private String text(String field) {
    return text(fields.get(field));
  }

  static String text(@Nullable YamlValue value) {
    return value == null ? "" : value.text();
  }

  private List<String> texts(String field) {
    return list(fields.get(field));
  }

  private void texts(String field, List<String> allowed) {
    YamlValue value = fields.get(field);
    if (value != null) {
      value.elements().forEach(element -> element.oneOf(allowed));
    }
  }

  static List<String> list(@Nullable YamlValue value) {
    return value == null ? List.of() : value.texts();
  }

  static int day(@Nullable YamlValue value, int absent) {
    return value == null ? absent : value.epochDay(absent);
  }

  private <E extends Enum<E>> E choice(String field, E[] values) {
    YamlValue value = fields.get(field);
    return value == null ? values[0] : choice(value, values);
  }

  static <E extends Enum<E>> E choice(YamlValue value, E[] values) {
    List<String> names =
        Arrays.stream(values).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    return values[names.indexOf(value.oneOf(names))];
  }

  static Set<String> ordered(String... names) {
    return new LinkedHashSet<>(Arrays.asList(names));
  }
}
