package org.fundwatch.rules.cases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.rules.source.YamlValue;
import org.jspecify.annotations.Nullable;

/** A mapping of a case, with the file's defaults behind it. */
final class Reading {

  private static final int TO_SECONDS = 19;

  private final Map<String, YamlValue> own;
  private final Map<String, YamlValue> defaults;

  Reading(YamlValue value, Optional<YamlValue> defaults, List<String> allowed) {
    this.own = value.entries(Set.of(), new LinkedHashSet<>(allowed));
    this.defaults = defaults.map(YamlValue::entries).orElse(Map.of());
  }

  @Nullable YamlValue get(String field) {
    YamlValue value = own.get(field);
    return value == null ? defaults.get(field) : value;
  }

  boolean has(String field) {
    return get(field) != null;
  }

  String text(String field, String absent) {
    YamlValue value = get(field);
    return value == null ? absent : value.text();
  }

  List<String> texts(String field) {
    YamlValue value = get(field);
    return value == null ? List.of() : value.texts();
  }

  long whole(String field, long absent) {
    YamlValue value = get(field);
    return value == null ? absent : value.integer();
  }

  double decimal(String field, double absent) {
    YamlValue value = get(field);
    return value == null ? absent : value.decimal();
  }

  long fen(String field, long absent) {
    YamlValue value = get(field);
    return value == null ? absent : CaseReader.fen(value);
  }

  long span(String field, long absent) {
    YamlValue value = get(field);
    return value == null ? absent : value.millis();
  }

  /** A moment such as 2026-03-01T08:00, or a day. */
  long moment(String field, String absent) {
    String text = text(field, absent);
    String whole =
        text + "T00:00:00".substring(Math.min(9, Math.max(0, text.length() - (TO_SECONDS - 9))));
    long millis = ShanghaiTime.parseDateTime(whole);
    if (millis == ShanghaiTime.INVALID) {
      YamlValue value = get(field);
      if (value != null) {
        value.issue("'" + text + "'", "a moment such as 2026-03-01T08:00");
      }
      return 0;
    }
    return millis;
  }
}
