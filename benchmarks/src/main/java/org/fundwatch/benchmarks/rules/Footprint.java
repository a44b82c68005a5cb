package org.fundwatch.benchmarks.rules;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.rules.RuleSet;

/**
 * What a compiled rule-set holds in memory: the growth of what a full collection leaves, by some
 * sets more, divided by their number.
 *
 * @param heapBytes objects
 * @param classBytes classes and compiled code
 */
public record Footprint(long heapBytes, long classBytes) {

  private static final int SETS = 4;

  /** Measures the built-in library in this process. */
  static Footprint measure() {
    List<RuleSet> kept = new ArrayList<>(List.of(BuiltIn.compile()));
    Footprint before = now();
    for (int i = 0; i < SETS; i++) {
      kept.add(BuiltIn.compile());
    }
    Footprint after = now();
    if (kept.size() != SETS + 1) {
      throw new IllegalStateException("the sets are kept until here");
    }
    return new Footprint(
        (after.heapBytes - before.heapBytes) / SETS, (after.classBytes - before.classBytes) / SETS);
  }

  private static Footprint now() {
    System.gc();
    long heap = 0;
    long classes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        heap += pool.getUsage().getUsed();
      } else if (pool.getName().contains("Metaspace")) {
        classes += pool.getUsage().getUsed();
      }
    }
    return new Footprint(heap, classes);
  }
}
