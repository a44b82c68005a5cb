package org.fundwatch.streaming.alerting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.alert.Amendment;
import org.fundwatch.domain.alert.ValueChange;

/**
 * The steps in the life of an alert. What was raised and withdrawn is kept for ever. The finding on
 * a busy institution's month is amended a hundred thousand times: of many amendments the oldest
 * ones in a row are put together, from the first value to the last.
 */
final class Lineage {

  /** Steps from which on amendments are put together. */
  static final int LIMIT = 100;

  private static final String AMENDED = "amended ";

  private Lineage() {}

  /** The steps with more of them. */
  static List<Amendment> with(List<Amendment> known, List<Amendment> more) {
    List<Amendment> all = new ArrayList<>(known);
    all.addAll(more);
    int surplus = all.size() - LIMIT;
    return surplus <= 0 ? all : shortened(all, surplus);
  }

  private static List<Amendment> shortened(List<Amendment> all, int surplus) {
    List<Amendment> kept = new ArrayList<>(all.size());
    Map<String, Integer> lastOfFinding = new HashMap<>();
    int left = surplus;
    for (Amendment step : all) {
      Integer before = lastOfFinding.get(step.findingId());
      if (left > 0 && before != null && isAmended(step) && isAmended(kept.get(before))) {
        kept.set(before, together(kept.get(before), step));
        left--;
      } else {
        lastOfFinding.put(step.findingId(), kept.size());
        kept.add(step);
      }
    }
    return kept;
  }

  private static boolean isAmended(Amendment step) {
    return step.change().startsWith(AMENDED);
  }

  private static Amendment together(Amendment earlier, Amendment later) {
    Map<String, ValueChange> values = new LinkedHashMap<>();
    earlier.values().forEach(value -> values.put(value.name(), value));
    for (ValueChange value : later.values()) {
      values.merge(
          value.name(),
          value,
          (one, next) -> new ValueChange(one.name(), one.before(), next.after()));
    }
    values.values().removeIf(value -> value.before().equals(value.after()));
    return new Amendment(
        earlier.version(),
        later.atMillis(),
        later.cause(),
        later.transaction(),
        later.change(),
        later.findingId(),
        List.copyOf(values.values()));
  }
}
