package org.fundwatch.benchmarks.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.fundwatch.domain.alert.AlertStatus;
import org.jspecify.annotations.Nullable;

/**
 * What alerts differ in from those that should be: everything but version and lineage, which tell
 * how the events came in, is compared, for every alert that is not withdrawn in either.
 *
 * @param expected alerts that should be
 * @param lost alerts that should be and are not, or are withdrawn
 * @param extra alerts that should not be
 * @param duplicate subjects with more than one alert
 * @param different alerts that say something else
 * @param examples ids of some of them, with what is wrong
 */
public record Difference(
    int expected, int lost, int extra, int duplicate, int different, List<String> examples) {

  private static final int SHOWN = 10;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Compares the alerts found with those wanted, by id. */
  public static Difference of(Map<String, Alert> wanted, List<Alert> found) {
    List<String> examples = new ArrayList<>();
    Map<String, Alert> byId = new HashMap<>();
    Set<String> subjects = new HashSet<>();
    int duplicate = 0;
    for (Alert alert : found) {
      byId.put(alert.id(), alert);
      if (!subjects.add(alert.subject().toString())) {
        duplicate++;
        examples.add(alert.id() + ": a second alert of its subject");
      }
    }
    Set<String> ids = new TreeSet<>(wanted.keySet());
    ids.addAll(byId.keySet());
    int expected = 0;
    int lost = 0;
    int extra = 0;
    int different = 0;
    for (String id : ids) {
      Alert should = wanted.get(id);
      Alert is = byId.get(id);
      expected += holds(should) ? 1 : 0;
      if (holds(should) && !holds(is)) {
        lost++;
        examples.add(id + ": lost, " + (is == null ? "not there" : "withdrawn"));
      } else if (!holds(should) && holds(is)) {
        extra++;
        examples.add(id + ": there, and should " + (should == null ? "not be" : "be withdrawn"));
      } else if (should != null && is != null && holds(should)) {
        String difference = difference(should, is);
        if (!difference.isEmpty()) {
          different++;
          examples.add(id + ": " + difference);
        }
      }
    }
    return new Difference(
        expected, lost, extra, duplicate, different, examples.stream().limit(SHOWN).toList());
  }

  /** Whether all is as it should be. */
  public boolean none() {
    return lost == 0 && extra == 0 && duplicate == 0 && different == 0;
  }

  private static boolean holds(@Nullable Alert alert) {
    return alert != null && alert.status() != AlertStatus.WITHDRAWN;
  }

  private static String difference(Alert should, Alert is) {
    JsonNode wanted = content(should);
    JsonNode found = content(is);
    List<String> fields = new ArrayList<>();
    wanted
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!wanted.path(field).equals(found.path(field))) {
                fields.add(field);
              }
            });
    return fields.isEmpty() ? "" : String.join(", ", fields) + " differ";
  }

  private static JsonNode content(Alert alert) {
    try {
      ObjectNode content = (ObjectNode) MAPPER.readTree(AlertJson.write(alert));
      return content.remove(List.of("version", "lineage"));
    } catch (IOException e) {
      throw new UncheckedIOException("alert " + alert.id(), e);
    }
  }
}
