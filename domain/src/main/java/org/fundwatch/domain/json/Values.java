package org.fundwatch.domain.json;

import org.jspecify.annotations.Nullable;

/** The values of one JSON object, by the places of its {@link FieldTable}. */
final class Values {

  private final FieldTable table;
  private final @Nullable String[] texts;
  private final long[] numbers;
  private final boolean[] present;

  Values(FieldTable table) {
    this.table = table;
    texts = new String[table.size()];
    numbers = new long[table.size()];
    present = new boolean[table.size()];
  }

  FieldTable table() {
    return table;
  }

  boolean has(int place) {
    return present[place];
  }

  /** The text at a place, empty when absent. */
  String text(int place) {
    String text = texts[place];
    return text == null ? "" : text;
  }

  /** The number at a place, 0 when absent. */
  long number(int place) {
    return numbers[place];
  }

  int whole(int place) {
    return (int) numbers[place];
  }

  boolean flag(int place) {
    return numbers[place] == 1;
  }

  @Nullable Long numberOrNull(int place) {
    return present[place] ? numbers[place] : null;
  }

  @Nullable Integer wholeOrNull(int place) {
    return present[place] ? (int) numbers[place] : null;
  }

  void set(int place, String text) {
    texts[place] = text;
    present[place] = true;
  }

  void set(int place, long number) {
    numbers[place] = number;
    present[place] = true;
  }

  /** Sets a text unless it is empty, which means absent. */
  void put(int place, String text) {
    if (!text.isEmpty()) {
      set(place, text);
    }
  }

  /** Sets a number unless it is null, which means absent. */
  void put(int place, @Nullable Number number) {
    if (number != null) {
      set(place, number.longValue());
    }
  }

  /** Sets a number unless it is zero and its field may be left out. */
  void putNonZero(int place, long number) {
    if (number != 0 || table.at(place).presence() == Field.Presence.REQUIRED) {
      set(place, number);
    }
  }
}
