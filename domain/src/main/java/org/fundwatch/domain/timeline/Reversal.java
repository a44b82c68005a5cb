package org.fundwatch.domain.timeline;

/**
 * That a settlement was cancelled, kept even when the settlement itself has not arrived yet.
 *
 * @param settlementId the cancelled settlement, empty where only its message is named
 * @param messageId the cancelled message ({@code omsgid} of a 2601), empty where the settlement is
 *     named
 * @param sentMillis when the cancellation was sent
 */
public record Reversal(String settlementId, String messageId, long sentMillis) {

  /** True where this cancels the fact: its settlement, or else the message that stated it. */
  public boolean cancels(SettlementFact fact) {
    return settlementId.isEmpty()
        ? fact.messageId().equals(messageId)
        : fact.head().settlementId().equals(settlementId);
  }
}
