package org.fundwatch.alertapi.alert;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An alert's state as an ETag, {@code "4-2"}: a change by the machine and a change by people are
 * told apart, so that an outdated one can be answered by what happened since.
 *
 * @param version of the machine's part
 * @param revision of the people's part
 */
public record EntityTag(int version, int revision) {
  private static final Pattern FORM = Pattern.compile("\"(\\d{1,9})-(\\d{1,9})\"");

  /** The tag of an {@code If-Match} header, if it is one of ours. */
  public static Optional<EntityTag> parse(String header) {
    var match = FORM.matcher(header.strip());
    return match.matches()
        ? Optional.of(
            new EntityTag(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
        : Optional.empty();
  }

  /** The value of the {@code ETag} header, quotes included. */
  public String header() {
    return "\"%d-%d\"".formatted(version, revision);
  }
}
