package org.fundwatch.domain.finding;

import java.util.Comparator;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * The event that changed something.
 *
 * @param messageId {@code msgid}
 * @param transaction {@code infno}, which tells a settlement from its cancellation
 * @param sentMillis {@code inf_time}, epoch milliseconds
 */
public record Cause(String messageId, String transaction, long sentMillis) {

  /** By the time of sending; the last of several causes is the one to name. */
  public static final Comparator<Cause> BY_TIME =
      Comparator.comparingLong(Cause::sentMillis).thenComparing(Cause::messageId);

  /** The event as a cause. */
  public static Cause of(SettlementEvent event) {
    return new Cause(event.messageId(), event.transaction(), event.sentMillis());
  }
}
