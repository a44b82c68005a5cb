package org.fundwatch.benchmarks.state;

/**
 * What a keyed state holds, as it is written, before the store compresses it.
 *
 * @param operator uid of the operator
 * @param state its name
 * @param keys persons, days, packs or alerts that have it
 * @param entries values; of a map state each entry is one
 * @param keyBytes of all keys, map keys included
 * @param valueBytes of all values
 */
public record StateBytes(
    String operator, String state, long keys, long entries, long keyBytes, long valueBytes) {

  /** Keys and values. */
  public long bytes() {
    return keyBytes + valueBytes;
  }

  /** The mean of a value with its key; 0 where there is none. */
  public double perEntry() {
    return entries == 0 ? 0 : (double) bytes() / (double) entries;
  }

  /** The mean of all that one key has; 0 where there is none. */
  public double perKey() {
    return keys == 0 ? 0 : (double) bytes() / (double) keys;
  }

  /** The same state of another part of the operator, added. */
  StateBytes plus(StateBytes other) {
    return new StateBytes(
        operator,
        state,
        keys + other.keys,
        entries + other.entries,
        keyBytes + other.keyBytes,
        valueBytes + other.valueBytes);
  }
}
