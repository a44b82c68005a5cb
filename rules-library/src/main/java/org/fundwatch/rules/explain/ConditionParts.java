package org.fundwatch.rules.explain;

import java.util.ArrayList;
import java.util.List;

/** Takes a condition apart at the {@code &&} that join its parts, in the author's own words. */
final class ConditionParts {

  private ConditionParts() {}

  /** The parts in order; the whole where it is not one conjunction. */
  static List<String> of(String condition) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    char quote = 0;
    for (int i = 0; i < condition.length(); i++) {
      char c = condition.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      } else if (depth == 0 && condition.startsWith("&&", i)) {
        parts.add(condition.substring(from, i).strip());
        i++;
        from = i + 1;
      } else if (depth == 0 && (condition.startsWith("||", i) || c == '?')) {
        // Both bind weaker than &&: what stands around them belongs together.
        return List.of(condition.strip());
      }
    }
    parts.add(condition.substring(from).strip());
    return parts;
  }
}
