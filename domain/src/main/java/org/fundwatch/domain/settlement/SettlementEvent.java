package org.fundwatch.domain.settlement;

import java.util.Map;

/**
 * One message of the settlement stream: what happened, and the settlement it happened to.
 *
 * @param schema version of this record's layout, for stored state
 * @param kind what the event does
 * @param transaction {@code infno}, the national transaction number
 * @param messageId {@code msgid}, unique per message; a message seen twice counts once
 * @param sentMillis {@code inf_time}, epoch milliseconds
 * @param reversesMessageId {@code omsgid} of a 2601, else empty
 * @param settlement the settlement as this message states it
 * @param extras fields unknown to us, JSON pointer to raw JSON text, so that they survive a round
 *     trip
 */
public record SettlementEvent(
    int schema,
    EventKind kind,
    String transaction,
    String messageId,
    long sentMillis,
    String reversesMessageId,
    Settlement settlement,
    Map<String, String> extras) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  public SettlementEvent {
    extras = extras == null ? Map.of() : Map.copyOf(extras);
  }

  /**
   * The event with {@code token} for the person, and without name, certificate and unknown extra
   * fields (which may hold personal data).
   */
  public SettlementEvent withToken(String token) {
    return new SettlementEvent(
        schema,
        kind,
        transaction,
        messageId,
        sentMillis,
        reversesMessageId,
        settlement.withPerson(settlement.person().withToken(token)),
        Map.of());
  }
}
