package org.fundwatch.alertapi.feed;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far an index has been read: every write to it gets the next number, and what has a number has
 * been made searchable.
 *
 * @param index its own name, not the alias: another index begins to count anew
 * @param number of the last write that was read, -1 for none
 */
record Place(String index, long number) {
  private static final Pattern TEXT = Pattern.compile("([^:,]{1,200}):(-1|\\d{1,18})");

  static Optional<Place> parse(String text) {
    var match = TEXT.matcher(text);
    return match.matches()
        ? Optional.of(new Place(match.group(1), Long.parseLong(match.group(2))))
        : Optional.empty();
  }

  /** True when this can be reached from an earlier place, in the same index or from none. */
  boolean continues(Place earlier) {
    return earlier.number() < 0 || index.equals(earlier.index());
  }

  @Override
  public String toString() {
    return index + ":" + number;
  }
}
