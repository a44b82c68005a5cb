package org.fundwatch.alertapi.problem;

import java.util.Optional;
import java.util.regex.Pattern;

/** A state that is one growing number, as an ETag. */
public final class Revision {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  private Revision() {}

  /** The value of the {@code ETag} header, quotes included. */
  public static String tag(int revision) {
    return "\"%d\"".formatted(revision);
  }

  /** The number in a tag, if it is one of ours. */
  public static Optional<Integer> parse(String tag) {
    var match = TAG.matcher(tag.strip());
    return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
  }
}
