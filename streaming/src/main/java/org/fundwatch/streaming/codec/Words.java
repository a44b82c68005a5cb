package org.fundwatch.streaming.codec;

import org.jspecify.annotations.Nullable;

/** Numbers words from 0 in the order in which they first come; open addressing. Reused. */
final class Words {

  // More distinct words than this are written out each time they come.
  private static final int MAX = 1024;
  private static final int SLOTS = MAX << 1;
  // 2^32 divided by the golden ratio (Fibonacci hashing).
  private static final int SPREAD = 0x9E3779B9;
  private static final int SHIFT = Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS);

  private final @Nullable String[] slots = new String[SLOTS];
  private final int[] numbers = new int[SLOTS];
  private final int[] taken = new int[MAX];
  private int size;

  /** The number of a word that came before; -1 for a new one, which is numbered. */
  int number(String word) {
    // Codes of one kind differ in a few digits: their hashes lie side by side, and so would they.
    int slot = (word.hashCode() * SPREAD) >>> SHIFT;
    for (String other = slots[slot]; other != null; other = slots[slot]) {
      if (other.equals(word)) {
        return numbers[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (size < MAX) {
      slots[slot] = word;
      numbers[slot] = size;
      taken[size++] = slot;
    }
    return -1;
  }

  static boolean numbered(int before) {
    return before < MAX;
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      slots[taken[i]] = null;
    }
    size = 0;
  }
}
