package org.fundwatch.rules.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fundwatch.rules.RuleInfo.ParameterInfo;
import org.fundwatch.rules.RuleInfo.Provenance;

/** Reads the {@code params} of a rule. */
final class ParameterReader {

  private ParameterReader() {}

  /** The parameters of a rule, in order; a wrong one is left out with an issue. */
  static List<Parameter> read(Map<String, YamlValue> entries) {
    List<Parameter> parameters = new ArrayList<>();
    entries.forEach(
        (name, value) -> {
          if (!RuleReader.NAME.matcher(name).matches()) {
            value.issue("parameter name '" + name + "'", "small letters, digits and _");
          }
          Map<String, YamlValue> parts =
              value.entries(
                  RuleReader.ordered("type", "default", "provenance", "means"),
                  RuleReader.ordered("unit", "overlays"));
          YamlValue standard = parts.get("default");
          YamlValue typeText = parts.get("type");
          if (standard == null || typeText == null) {
            return;
          }
          Parameter.Type type = RuleReader.choice(typeText, Parameter.Type.values());
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
                  RuleReader.text(parts.get("unit")),
                  standard.isList() ? String.join(", ", standard.texts()) : standard.text(),
                  provenance == null
                      ? Provenance.PROPOSAL
                      : RuleReader.choice(provenance, Provenance.values()),
                  RuleReader.text(parts.get("means")),
                  shown);
          parameters.add(new Parameter(info, type, typed(standard, type), overlays));
        });
    return parameters;
  }

  private static Optional<Parameter.Overlay> overlay(YamlValue value, Parameter.Type type) {
    Map<String, YamlValue> parts =
        value.entries(
            RuleReader.ordered("value"),
            RuleReader.ordered("region", "level", "insurance", "from", "to"));
    YamlValue own = parts.get("value");
    if (own == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Parameter.Overlay(
            RuleReader.text(parts.get("region")),
            RuleReader.list(parts.get("level")),
            RuleReader.list(parts.get("insurance")),
            RuleReader.day(parts.get("from"), Integer.MIN_VALUE),
            RuleReader.day(parts.get("to"), Integer.MAX_VALUE),
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
}
