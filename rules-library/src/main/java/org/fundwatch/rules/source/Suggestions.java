package org.fundwatch.rules.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an author probably meant by a name that does not exist. */
public final class Suggestions {

  // More than this nobody reads.
  private static final int READABLE = 60;

  private Suggestions() {}

  /**
   * {@code did you mean 'x'? } where one is near, then all that is allowed, or where to find it.
   */
  public static String allowed(String found, Collection<String> known) {
    if (known.size() <= READABLE) {
      return near(found, known) + "allowed: " + String.join(", ", new TreeSet<>(known));
    }
    return near(found, known) + "see docs/rule-authoring.md";
  }

  /** {@code did you mean 'x'? } where one is near, else nothing. */
  public static String near(String found, Collection<String> known) {
    return nearest(found, known).map(name -> "did you mean '" + name + "'? ").orElse("");
  }

  /** The known name at the smallest edit distance, if at most a third of it differs. */
  static Optional<String> nearest(String found, Collection<String> known) {
    return byDistance(found, known)
        .filter(name -> distance(found, name) <= Math.max(1, name.length() / 3))
        .findFirst();
  }

  private static Stream<String> byDistance(String found, Collection<String> known) {
    return known.stream()
        .distinct()
        .sorted(
            Comparator.<String>comparingInt(name -> distance(found, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  // Damerau-Levenshtein over adjacent letters: swapped letters are the commonest slip.
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        best = Math.min(best, cost[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
