package org.fundwatch.domain.settlement;

/** What an event does to the settlements known so far. */
public enum EventKind {
  /** A settlement was made: 2102, 2207, 2304. */
  SETTLED,
  /**
   * A settlement was cancelled: 2103, 2208, 2305, a settling row marked as refunded or void; or an
   * encounter: 2202, 2404, its discharge: 2405; or a message: 2601.
   */
  REVERSED,
  /** The settlement list of a settlement was uploaded or corrected: 4101, 4101A. */
  AMENDED,
  /** Part of a stay was settled while it goes on: 2304 with {@code mid_setl_flag} 1. */
  MID_STAY,
  /** Drug packs of a settlement were handed out or taken back, told on their own: 3505, 3506. */
  PACKS
}
