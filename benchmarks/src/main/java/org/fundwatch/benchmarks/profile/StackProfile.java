package org.fundwatch.benchmarks.profile;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts stack samples by stage and by innermost method. */
final class StackProfile {

  private final Map<Stage, Integer> byStage = new EnumMap<>(Stage.class);
  private final Map<String, Integer> byMethod = new HashMap<>();
  private int samples;

  /**
   * Adds a sample.
   *
   * @param stack methods as {@code class.method}, the innermost first; not empty
   */
  void add(List<String> stack) {
    samples++;
    byStage.merge(Stage.of(stack), 1, Integer::sum);
    byMethod.merge(stack.get(0), 1, Integer::sum);
  }

  int samples() {
    return samples;
  }

  /** Share of each stage that was seen, by its title. */
  SortedMap<String, Double> stages() {
    SortedMap<String, Double> shares = new TreeMap<>();
    byStage.forEach((stage, count) -> shares.put(stage.title(), (double) count / samples));
    return shares;
  }

  /** The methods seen most, with their shares, the first the largest. */
  List<Profile.Share> hottest(int limit) {
    return byMethod.entrySet().stream()
        .map(entry -> new Profile.Share(entry.getKey(), (double) entry.getValue() / samples))
        .sorted(Profile.Share.LARGEST_FIRST)
        .limit(limit)
        .toList();
  }
}
