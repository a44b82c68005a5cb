package org.fundwatch.domain.json;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fundwatch.domain.settlement.EventKind;
import org.jspecify.annotations.Nullable;

/** The national transactions that reach the settlement stream. */
final class Transactions {

  private static final String PACK_SOLD = "3505";
  private static final String PACK_RETURNED = "3506";

  private static final Map<String, EventKind> KINDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("2102", EventKind.SETTLED),
              Map.entry("2103", EventKind.REVERSED),
              Map.entry("2202", EventKind.REVERSED),
              Map.entry("2207", EventKind.SETTLED),
              Map.entry("2208", EventKind.REVERSED),
              Map.entry("2304", EventKind.SETTLED),
              Map.entry("2305", EventKind.REVERSED),
              Map.entry("2404", EventKind.REVERSED),
              Map.entry("2405", EventKind.REVERSED),
              Map.entry("2601", EventKind.REVERSED),
              Map.entry(PACK_SOLD, EventKind.PACKS),
              Map.entry(PACK_RETURNED, EventKind.PACKS),
              Map.entry("4101", EventKind.AMENDED),
              Map.entry("4101A", EventKind.AMENDED)));

  // They name an encounter, not a settlement.
  private static final Set<String> OF_ENCOUNTERS = Set.of("2202", "2404", "2405");

  // Fee lines come with the settlement that charged them: before it nobody has seen them, after it
  // the centre cancels none without cancelling the settlement.
  private static final Set<String> OF_FEE_LINES = Set.of("2205", "2302");

  private Transactions() {}

  /**
   * What a transaction does, null for one that is not ours.
   *
   * @param midStay whether a settlement is one of a part
   * @param red whether a settlement is marked as the reversal of one, or as void
   */
  static @Nullable EventKind kind(String transaction, boolean midStay, boolean red) {
    EventKind kind = KINDS.get(transaction);
    if (kind != EventKind.SETTLED) {
      return kind;
    }
    return red ? EventKind.REVERSED : midStay ? EventKind.MID_STAY : EventKind.SETTLED;
  }

  /** True where a settlement's own transaction carries its reversal: a red-ink row. */
  static boolean isRed(String transaction, EventKind kind) {
    return kind == EventKind.REVERSED && KINDS.get(transaction) == EventKind.SETTLED;
  }

  /** True where drug packs are taken back, whatever the sign of their count. */
  static boolean isReturn(String transaction) {
    return transaction.equals(PACK_RETURNED);
  }

  /** True for cancelled fee lines, which are no events. */
  static boolean isOfFeeLines(String transaction) {
    return OF_FEE_LINES.contains(transaction);
  }

  /** True for a cancelled registration, admission or discharge. */
  static boolean isOfEncounter(String transaction) {
    return OF_ENCOUNTERS.contains(transaction);
  }

  static List<String> known() {
    return List.copyOf(KINDS.keySet());
  }
}
