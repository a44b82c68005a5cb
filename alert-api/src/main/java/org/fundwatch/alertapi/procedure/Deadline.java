package org.fundwatch.alertapi.procedure;

import java.util.Optional;
import org.fundwatch.alertapi.procedure.term.Term;
import org.jspecify.annotations.Nullable;

/**
 * When a clock runs out.
 *
 * @param clock the clock
 * @param term the duration that holds for it
 * @param used what has run so far: whole days or hours of the term's unit
 * @param dueAt last moment in epoch milliseconds; null while it is paused or cannot be told
 * @param unknownZh why it cannot be told, in Chinese; empty otherwise
 * @param unknownEn the same in English
 */
public record Deadline(
    LimitClock clock,
    Term term,
    long used,
    @Nullable Long dueAt,
    String unknownZh,
    String unknownEn) {

  /** The whole duration with extensions, in the term's unit. */
  public long length() {
    return term.value() + clock.extended();
  }

  /** The last moment, if it is known. */
  public Optional<Long> due() {
    return Optional.ofNullable(dueAt);
  }

  /** True once the last moment has passed. */
  public boolean isOver(long now) {
    return dueAt != null && now > dueAt;
  }
}
