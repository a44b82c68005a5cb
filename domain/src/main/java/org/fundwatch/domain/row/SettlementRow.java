package org.fundwatch.domain.row;

import java.util.List;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.FeeLine;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;

/**
 * A settlement that a finding points at, as its messages told it, fee lines included. The person is
 * known by a token, see {@link SettlementEvent#withToken}.
 *
 * @param schema version of this record's layout
 * @param settlementId {@code setl_id}
 * @param stands false where it was taken back
 * @param messages at least one: those that settle first, then those that say more (settlement list,
 *     drug packs), each by time of sending, then message id; those in force only, unless the
 *     settlement was taken back
 */
public record SettlementRow(
    int schema, String settlementId, boolean stands, List<SettlementEvent> messages) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  public SettlementRow {
    messages = List.copyOf(messages);
  }

  /** The settlement as the first message states it. */
  public Settlement settlement() {
    return messages.get(0).settlement();
  }

  /**
   * The fee lines that count: those of the last settlement list that brings any, else those of the
   * settlement itself. Refunds are lines of their own.
   */
  public List<FeeLine> lines() {
    for (int i = messages.size() - 1; i >= 0; i--) {
      SettlementEvent message = messages.get(i);
      if (message.kind() != EventKind.PACKS && !message.settlement().lines().isEmpty()) {
        return message.settlement().lines();
      }
    }
    return List.of();
  }
}
