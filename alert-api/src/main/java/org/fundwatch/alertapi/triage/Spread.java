package org.fundwatch.alertapi.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fundwatch.alertapi.security.Regions;

/** Spreads alerts over inspectors, so that each has as much to do as the others. */
final class Spread {
  private Spread() {}

  /**
   * An alert to be given away.
   *
   * @param id of it
   * @param region where it is
   * @param minutes of work expected
   */
  record Work(String id, String region, int minutes) {}

  /**
   * Who gets what.
   *
   * @param byInspector ids of alerts in the order given
   * @param left alerts in regions where none of the inspectors works
   */
  record Plan(Map<String, List<String>> byInspector, List<String> left) {}

  /**
   * Gives each alert to the one who has the least to do by then; of equals, to the first by name.
   *
   * @param work what matters most first
   * @param inspectors who is there, and where they work
   * @param minutes what each has to do already; none for those who are not named
   */
  static Plan over(List<Work> work, Map<String, Regions> inspectors, Map<String, Long> minutes) {
    var load = new HashMap<>(minutes);
    var plan = new TreeMap<String, List<String>>();
    var left = new ArrayList<String>();
    for (var one : work) {
      idlest(one, inspectors, load)
          .ifPresentOrElse(
              name -> {
                plan.computeIfAbsent(name, unused -> new ArrayList<>()).add(one.id());
                load.merge(name, (long) one.minutes(), Long::sum);
              },
              () -> left.add(one.id()));
    }
    return new Plan(plan, left);
  }

  private static Optional<String> idlest(
      Work work, Map<String, Regions> inspectors, Map<String, Long> load) {
    return inspectors.entrySet().stream()
        .filter(inspector -> inspector.getValue().contain(work.region()))
        .map(Map.Entry::getKey)
        .min(
            Comparator.<String>comparingLong(name -> load.getOrDefault(name, 0L))
                .thenComparing(Comparator.naturalOrder()));
  }
}
