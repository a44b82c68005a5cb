package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundwatch.rules.check.Requirement;
import org.fundwatch.rules.check.Requirement.Part;

/**
 * Which requirements a code meets, as bits: one look at each code of a candidate answers all rules.
 */
final class CodeIndex {

  private final Map<Requirement, Integer> numbers = new HashMap<>();
  private final Map<Part, List<ByPrefix>> byPart = new EnumMap<>(Part.class);

  /** The codes that meet requirements on their beginning of one length. */
  private record ByPrefix(Requirement any, Map<String, Long> bits) {}

  /**
   * The bit of a requirement, 0 where there are more than there are bits: such a one is left to the
   * rule itself.
   *
   * @param keys what meets it
   */
  long bit(Requirement requirement, Set<String> keys) {
    Integer known = numbers.get(requirement);
    int number = known == null ? numbers.size() : known;
    if (number >= Long.SIZE) {
      return 0;
    }
    long bit = 1L << number;
    if (known == null) {
      numbers.put(requirement, number);
      Map<String, Long> bits = bits(requirement);
      for (String key : keys) {
        bits.merge(key, bit, (a, b) -> a | b);
      }
    }
    return bit;
  }

  /** The bits of what a code in a part of a candidate meets. */
  long bits(Part part, String code) {
    long met = 0;
    List<ByPrefix> ofPart = byPart.get(part);
    if (ofPart == null) {
      return met;
    }
    for (ByPrefix one : ofPart) {
      Long bits = one.bits().get(one.any().key(code));
      met |= bits == null ? 0 : bits;
    }
    return met;
  }

  /** True where nothing is required of a part. */
  boolean ignores(Part part) {
    return !byPart.containsKey(part);
  }

  private Map<String, Long> bits(Requirement requirement) {
    List<ByPrefix> ofPart = byPart.computeIfAbsent(requirement.part(), part -> new ArrayList<>());
    for (ByPrefix one : ofPart) {
      if (one.any().prefix() == requirement.prefix()) {
        return one.bits();
      }
    }
    ByPrefix added = new ByPrefix(requirement, new HashMap<>());
    ofPart.add(added);
    return added.bits();
  }
}
