package org.fundwatch.streaming.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one value in the making, read back by {@link Source} in the same order. Not thread-safe.
 *
 * <p>Whole numbers are varints of seven bits a byte, lowest first, signed ones in zig-zag form.
 * Within a value moments are told as differences and repeated words by their number.
 */
public final class Sink {

  static final int NARROW = 0;
  static final int WIDE = 1;
  static final int HEX = 2;
  static final int MILLIS = 1000;
  // What follows is a difference in milliseconds, not in seconds.
  static final int UNROUNDED = 1;

  private static final int INITIAL = 512;
  private static final int KEPT = 1 << 20;
  private static final int MAX_VARINT = 10;
  private static final int MAX_NARROW = 0xFF;
  private static final String DIGITS = "0123456789abcdef";

  private final Words words = new Words();
  private byte[] bytes = new byte[INITIAL];
  private int size;
  private long moment;

  /** Begins a new value. */
  public Sink begin() {
    size = 0;
    moment = 0;
    words.clear();
    if (bytes.length > KEPT) {
      bytes = new byte[INITIAL];
    }
    return this;
  }

  /** The bytes written so far are the first {@link #size} of these; the next value overwrites. */
  byte[] buffer() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** A copy of the bytes written so far. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** A whole number that is mostly small, whatever its sign. */
  public void number(long value) {
    count(zigZag(value));
  }

  /** A whole number that is mostly small and not negative. */
  public void count(long value) {
    reserve(MAX_VARINT);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  public void flag(boolean value) {
    reserve(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  /** Eight bytes, every bit kept. */
  public void real(double value) {
    reserve(Double.BYTES);
    long bits = Double.doubleToRawLongBits(value);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bytes[size++] = (byte) (bits >>> shift);
    }
  }

  /** Epoch milliseconds, short where near the moment written before and in whole seconds. */
  public void moment(long millis) {
    long difference = millis - moment;
    moment = millis;
    if (difference % MILLIS == 0) {
      long seconds = difference / MILLIS;
      count(zigZag(seconds) << 1);
    } else {
      count(UNROUNDED);
      number(difference);
    }
  }

  /** The constant by its place, which it keeps: see {@link Layout}. */
  @SuppressWarnings("EnumOrdinal")
  public void constant(Enum<?> value) {
    count(value.ordinal());
  }

  /** Bytes as they are. */
  public void bytes(byte[] value) {
    count(value.length);
    reserve(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  /** A text that is hardly repeated within a value. */
  public void text(String value) {
    int form = form(value);
    count((long) value.length() << 2 | form);
    characters(value, form);
  }

  /** A text that may well be repeated within a value, such as a code or a name. */
  public void word(String value) {
    int known = value.isEmpty() ? -1 : words.number(value);
    if (known >= 0) {
      count((long) known << 1);
    } else {
      int form = form(value);
      count((long) value.length() << 3 | form << 1 | 1);
      characters(value, form);
    }
  }

  /** A list, each value by {@code each}. */
  public <E> void list(List<E> values, BiConsumer<E, Sink> each) {
    count(values.size());
    for (int i = 0; i < values.size(); i++) {
      each.accept(values.get(i), this);
    }
  }

  /** Whole numbers of which each is mostly a little more than the one before. */
  public void ascending(List<Integer> values) {
    count(values.size());
    int before = 0;
    for (int value : values) {
      number((long) value - before);
      before = value;
    }
  }

  /** Words, see {@link #word}. */
  public void words(List<String> values) {
    list(values, (value, out) -> out.word(value));
  }

  /** A value that may be missing. */
  public <E> void optional(@Nullable E value, BiConsumer<E, Sink> write) {
    flag(value != null);
    if (value != null) {
      write.accept(value, this);
    }
  }

  /** A value that is mostly {@code usual}, which then takes one byte. */
  public <E> void unless(E usual, E value, BiConsumer<E, Sink> write) {
    optional(Objects.equals(usual, value) ? null : value, write);
  }

  // Codes and identifiers are mostly a letter and digits: two of them to a byte.
  private static int form(String value) {
    int length = value.length();
    boolean hex = length > 1;
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c > MAX_NARROW) {
        return WIDE;
      }
      hex &= i == 0 || isDigit(c);
    }
    return hex ? HEX : NARROW;
  }

  private void characters(String value, int form) {
    int length = value.length();
    reserve(length << 1);
    if (form == HEX) {
      bytes[size++] = (byte) value.charAt(0);
      for (int i = 1; i < length; i += 2) {
        int low = i + 1 < length ? nibble(value.charAt(i + 1)) : 0;
        bytes[size++] = (byte) (nibble(value.charAt(i)) << 4 | low);
      }
      return;
    }
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      bytes[size++] = (byte) c;
      if (form == WIDE) {
        bytes[size++] = (byte) (c >>> Byte.SIZE);
      }
    }
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  private static long zigZag(long value) {
    return (value << 1) ^ (value >> (Long.SIZE - 1));
  }

  private static int nibble(char digit) {
    return digit <= '9' ? digit - '0' : digit - 'a' + 10;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length << 1, Math.addExact(size, more)));
    }
  }

  static byte digit(int nibble) {
    return (byte) DIGITS.charAt(nibble);
  }
}
