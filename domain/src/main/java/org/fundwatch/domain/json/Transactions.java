package org.fundwatch.domain.json;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.domain.settlement.EventKind;
import org.jspecify.annotations.Nullable;

/** The national transactions that reach the settlement stream. */
final class Transactions {

  private static final Map<String, EventKind> KINDS =
      new TreeMap<>(
          Map.of(
              "2102", EventKind.SETTLED,
              "2103", EventKind.REVERSED,
              "2207", EventKind.SETTLED,
              "2208", EventKind.REVERSED,
              "2304", EventKind.SETTLED,
              "2305", EventKind.REVERSED,
              "2601", EventKind.REVERSED,
              "4101", EventKind.AMENDED,
              "4101A", EventKind.AMENDED));

  private Transactions() {}

  /** What a transaction does, null for one that is not ours. */
  static @Nullable EventKind kind(String transaction, boolean midStay) {
    EventKind kind = KINDS.get(transaction);
    return kind == EventKind.SETTLED && midStay ? EventKind.MID_STAY : kind;
  }

  static List<String> known() {
    return List.copyOf(KINDS.keySet());
  }
}
