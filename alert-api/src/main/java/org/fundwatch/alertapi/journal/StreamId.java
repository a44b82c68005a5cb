package org.fundwatch.alertapi.journal;

import java.util.Optional;
import org.fundwatch.alertapi.problem.InvalidIdException;

/**
 * One case, alert, report, user or the like.
 *
 * @param kind what it is
 * @param id unique among its kind; 1 to 200 characters, none of them a control character
 */
public record StreamId(Kind kind, String id) {
  private static final int LONGEST = 200;

  public StreamId {
    if (id.isBlank()
        || id.length() > LONGEST
        || id.chars().anyMatch(character -> Character.isISOControl(character))) {
      throw new InvalidIdException(
          "stream of kind %s: id of %d characters; 1 to %d visible ones are allowed"
              .formatted(kind, id.length(), LONGEST));
    }
  }

  /** The stream that {@link #toString} has named, if the text names one. */
  static Optional<StreamId> parse(String text) {
    int slash = text.indexOf('/');
    try {
      return Optional.of(
          new StreamId(
              Kind.valueOf(text.substring(0, Math.max(0, slash))), text.substring(slash + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The id of the document of one of its entries: two writers cannot both make the same. */
  String document(int sequence) {
    return id + "-" + sequence;
  }

  @Override
  public String toString() {
    return kind + "/" + id;
  }
}
