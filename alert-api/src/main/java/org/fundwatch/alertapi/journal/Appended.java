package org.fundwatch.alertapi.journal;

import java.util.Optional;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a draft.
 *
 * @param draft as it was given
 * @param outcome how it went
 * @param written the entry when it is done, else null
 */
public record Appended(Draft draft, Outcome outcome, @Nullable Entry written) {

  /** How it can go. */
  public enum Outcome {
    /** It is an entry. */
    DONE,
    /** The stream no longer ends with the entry that the draft follows. */
    CONFLICT,
    /** The search node did not take it; it is not known whether it will show up later. */
    UNAVAILABLE
  }

  /** The entry, empty unless it is done. */
  public Optional<Entry> entry() {
    return Optional.ofNullable(written);
  }

  /**
   * The entry.
   *
   * @throws ConflictException when somebody was faster
   * @throws SearchUnavailableException when the search node did not take it
   */
  public Entry orThrow() {
    if (outcome == Outcome.CONFLICT) {
      throw new ConflictException(
          "%s: entry %d is no longer the last".formatted(draft.stream(), draft.after()));
    }
    return entry()
        .orElseThrow(() -> new SearchUnavailableException("search node: entry not taken", null));
  }
}
