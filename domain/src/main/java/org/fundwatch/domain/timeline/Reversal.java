package org.fundwatch.domain.timeline;

import java.util.Comparator;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * That something was cancelled, kept even when what it cancels has not arrived yet.
 *
 * @param target what kind of thing is cancelled
 * @param of its id: {@code setl_id}, {@code msgid} or {@code mdtrt_id}
 * @param messageId the message that cancels; it can be cancelled itself
 * @param sentMillis when that message was sent
 */
public record Reversal(Target target, String of, String messageId, long sentMillis) {

  /** What a reversal cancels. */
  public enum Target {
    /** A settlement with its settlement lists: 2103, 2208, 2305, a red-ink row. */
    SETTLEMENT,
    /** One message, and what it alone said: 2601. */
    MESSAGE,
    /** An encounter with all of its settlements: a cancelled registration or admission. */
    ENCOUNTER,
    /**
     * A discharge: what settled and described it until then. Parts settled during the stay stand,
     * and so does what is settled after the next discharge.
     */
    DISCHARGE
  }

  /** The order in which a later reversal can cancel an earlier one. */
  static final Comparator<Reversal> BY_TIME =
      Comparator.comparingLong(Reversal::sentMillis)
          .thenComparing(Reversal::messageId)
          .thenComparing(Reversal::target)
          .thenComparing(Reversal::of);

  private static final String MESSAGE_REVERSED = "2601";
  private static final String DISCHARGE_CANCELLED = "2405";

  /** What an event of kind {@link EventKind#REVERSED} cancels. */
  public static Reversal of(SettlementEvent event) {
    if (event.transaction().equals(MESSAGE_REVERSED)) {
      return of(event, Target.MESSAGE, event.reversesMessageId());
    }
    String original = event.settlement().originalSettlementId();
    if (!original.isEmpty()) {
      return of(event, Target.SETTLEMENT, original);
    }
    boolean discharge = event.transaction().equals(DISCHARGE_CANCELLED);
    return of(
        event, discharge ? Target.DISCHARGE : Target.ENCOUNTER, event.settlement().encounterId());
  }

  private static Reversal of(SettlementEvent event, Target target, String id) {
    return new Reversal(target, id, event.messageId(), event.sentMillis());
  }

  /** True where this, as long as it stands itself, cancels the fact. */
  public boolean cancels(SettlementFact fact) {
    return switch (target) {
      case SETTLEMENT -> fact.head().settlementId().equals(of);
      case MESSAGE -> fact.messageId().equals(of);
      case ENCOUNTER -> fact.head().encounterId().equals(of);
      case DISCHARGE ->
          fact.head().encounterId().equals(of)
              && fact.kind() != EventKind.MID_STAY
              && fact.sentMillis() <= sentMillis;
    };
  }

  /** True where this names the message of another reversal that was sent before. */
  boolean cancels(Reversal earlier) {
    return target == Target.MESSAGE
        && earlier.messageId.equals(of)
        && BY_TIME.compare(earlier, this) < 0;
  }
}
