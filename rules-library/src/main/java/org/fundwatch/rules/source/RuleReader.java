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
import org.fundwatch.rules.RuleInfo.ParameterInfo;
import org.fundwatch.rules.RuleInfo.Provenance;
import org.fundwatch.rules.RuleStatus;
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
          "visits",
          "insurance",
          "lookback",
          "params",
          "exceptions",
          "amount",
          "confidence",
          "successor");
  private static final List<String> PHASES = List.of("事前", "事中", "事后");
  private static final List<String> VISITS = List.of("outpatient", "inpatient", "pharmacy");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

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
    List<Parameter> parameters = parameters();
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
            text("official-code"),
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
            exceptionInfos);
    texts("visits", VISITS);
    return Optional.of(
        new RuleDocument(
            info,
            root,
            SubjectType.of(info.subject()),
            Optional.ofNullable(fields.get("lookback")).map(YamlValue::millis).orElse(0L),
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

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    entries("params")
        .forEach(
            (name, value) -> {
              if (!NAME.matcher(name).matches()) {
                value.issue("parameter name '" + name + "'", "small letters, digits and _");
              }
              Map<String, YamlValue> parts =
                  value.entries(
                      ordered("type", "default", "provenance", "means"),
                      ordered("unit", "overlays"));
              YamlValue standard = parts.get("default");
              YamlValue typeText = parts.get("type");
              if (standard == null || typeText == null) {
                return;
              }
              Parameter.Type type = choice(typeText, Parameter.Type.values());
              List<Parameter.Overlay> overlays = new ArrayList<>();
              List<String> shown = new ArrayList<>();
              YamlValue overlayList = parts.get("overlays");
              if (overlayList != null) {
                for (YamlValue overlay : overlayList.elements()) {
                  overlay(overlay, type)
                      .ifPresent(
                          found -> {
                            overlays.add(found);
                            shown.add(show(found));
                          });
                }
              }
              YamlValue provenance = parts.get("provenance");
              ParameterInfo info =
                  new ParameterInfo(
                      name,
                      typeText.text(),
                      text(parts.get("unit")),
                      standard.isList() ? String.join(", ", standard.texts()) : standard.text(),
                      provenance == null
                          ? Provenance.PROPOSAL
                          : choice(provenance, Provenance.values()),
                      text(parts.get("means")),
                      shown);
              parameters.add(new Parameter(info, type, typed(standard, type), overlays));
            });
    return parameters;
  }

  private static Optional<Parameter.Overlay> overlay(YamlValue value, Parameter.Type type) {
    Map<String, YamlValue> parts =
        value.entries(ordered("value"), ordered("region", "level", "insurance", "from", "to"));
    YamlValue own = parts.get("value");
    if (own == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Parameter.Overlay(
            text(parts.get("region")),
            list(parts.get("level")),
            list(parts.get("insurance")),
            day(parts.get("from"), Integer.MIN_VALUE),
            day(parts.get("to"), Integer.MAX_VALUE),
            typed(own, type)));
  }

  private static String show(Parameter.Overlay overlay) {
    return "%s where region %s, level %s, insurance %s"
        .formatted(overlay.value(), overlay.region(), overlay.levels(), overlay.insurances());
  }

  private static Object typed(YamlValue value, Parameter.Type type) {
    return switch (type) {
      case INT -> value.integer();
      case DOUBLE -> value.decimal();
      case DURATION -> value.millis();
      case TEXT -> value.text();
      case LIST -> value.texts();
    };
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

  private static String text(@Nullable YamlValue value) {
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

  private static List<String> list(@Nullable YamlValue value) {
    return value == null ? List.of() : value.texts();
  }

  private static int day(@Nullable YamlValue value, int absent) {
    return value == null ? absent : value.epochDay(absent);
  }

  private <E extends Enum<E>> E choice(String field, E[] values) {
    YamlValue value = fields.get(field);
    return value == null ? values[0] : choice(value, values);
  }

  private static <E extends Enum<E>> E choice(YamlValue value, E[] values) {
    List<String> names =
        Arrays.stream(values).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    return values[names.indexOf(value.oneOf(names))];
  }

  private static Set<String> ordered(String... names) {
    return new LinkedHashSet<>(Arrays.asList(names));
  }
}
