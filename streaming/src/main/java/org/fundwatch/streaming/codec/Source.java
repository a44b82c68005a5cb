package org.fundwatch.streaming.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of one value, as {@link Sink} wrote them. Bytes that end too soon or make no sense are an
 * error, never a value. Not thread-safe.
 */
public final class Source {

  private static final int GROUP = 7;

  private byte[] bytes = {};
  private int at;
  private int end;
  private int layout;
  private long moment;
  private String[] words = new String[16];
  private int known;

  /** Begins a value of that layout: the first {@code size} of these bytes. */
  public Source begin(byte[] value, int size, int ofLayout) {
    bytes = value;
    at = 0;
    end = size;
    layout = ofLayout;
    moment = 0;
    known = 0;
    return this;
  }

  /** The layout that the value was written in. */
  public int layout() {
    return layout;
  }

  Source ofLayout(int written) {
    layout = written;
    return this;
  }

  /** Says that the value was read: what is left over is an error. */
  public void finish() {
    if (at != end) {
      throw new MalformedBytesException("%d bytes left over".formatted(end - at));
    }
  }

  public long number() {
    long value = count();
    return unZigZag(value);
  }

  /** A number that was an {@code int}. */
  public int smallNumber() {
    return small(number());
  }

  public long count() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += GROUP) {
      byte next = next();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedBytesException("number of more than ten bytes at " + at);
  }

  /** A count that was an {@code int}. */
  public int smallCount() {
    return small(count());
  }

  public boolean flag() {
    byte value = next();
    if (value < 0 || value > 1) {
      throw new MalformedBytesException("%d at %d; 0 or 1".formatted(value, at - 1));
    }
    return value == 1;
  }

  public double real() {
    need(Double.BYTES);
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bits |= (bytes[at++] & 0xFFL) << shift;
    }
    return Double.longBitsToDouble(bits);
  }

  public long moment() {
    long value = count();
    if (value == Sink.UNROUNDED) {
      moment += number();
    } else {
      moment += unZigZag(value >>> 1) * Sink.MILLIS;
    }
    return moment;
  }

  /** One of these constants. */
  public <E extends Enum<E>> E constant(E[] values) {
    long place = count();
    if (place < 0 || place >= values.length) {
      throw new MalformedBytesException(
          "%s number %d; 0 to %d"
              .formatted(values[0].getDeclaringClass().getSimpleName(), place, values.length - 1));
    }
    return values[(int) place];
  }

  public byte[] bytes() {
    int size = size(count(), 1);
    at += size;
    return Arrays.copyOfRange(bytes, at - size, at);
  }

  public String text() {
    long head = count();
    return characters(head >>> 2, (int) head & 3);
  }

  public String word() {
    long head = count();
    if ((head & 1) == 0) {
      long number = head >>> 1;
      if (number >= known) {
        throw new MalformedBytesException("word %d; %d known".formatted(number, known));
      }
      return words[(int) number];
    }
    String word = characters(head >>> 3, ((int) head >> 1) & 3);
    if (!word.isEmpty() && Words.numbered(known)) {
      if (known == words.length) {
        words = Arrays.copyOf(words, known << 1);
      }
      words[known++] = word;
    }
    return word;
  }

  /** A list that does not change, each value by {@code each}. */
  public <E> List<E> list(Function<Source, E> each) {
    int size = size(count(), 1);
    if (size == 0) {
      return List.of();
    }
    List<E> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(each.apply(this));
    }
    return List.copyOf(values);
  }

  public List<Integer> ascending() {
    int size = size(count(), 1);
    List<Integer> values = new ArrayList<>(size);
    long value = 0;
    for (int i = 0; i < size; i++) {
      value += number();
      values.add(small(value));
    }
    return List.copyOf(values);
  }

  public List<String> words() {
    return list(Source::word);
  }

  public <E> @Nullable E optional(Function<Source, E> read) {
    return flag() ? read.apply(this) : null;
  }

  public <E> E unless(E usual, Function<Source, E> read) {
    return flag() ? read.apply(this) : usual;
  }

  private String characters(long length, int form) {
    switch (form) {
      case Sink.NARROW -> {
        int size = size(length, 1);
        at += size;
        return new String(bytes, at - size, size, ISO_8859_1);
      }
      case Sink.WIDE -> {
        char[] characters = new char[size(length, 2)];
        for (int i = 0; i < characters.length; i++) {
          characters[i] = (char) ((bytes[at++] & 0xFF) | (bytes[at++] << Byte.SIZE));
        }
        return new String(characters);
      }
      case Sink.HEX -> {
        if (length == 0 || length > Integer.MAX_VALUE) {
          throw new MalformedBytesException("code of %d characters".formatted(length));
        }
        need((length >> 1) + 1);
        return code((int) length);
      }
      default -> throw new MalformedBytesException("text in form %d".formatted(form));
    }
  }

  private String code(int length) {
    byte[] code = new byte[length];
    code[0] = bytes[at++];
    for (int i = 1; i < length; i += 2) {
      byte pair = bytes[at++];
      code[i] = Sink.digit((pair >> 4) & 0xF);
      if (i + 1 < length) {
        code[i + 1] = Sink.digit(pair & 0xF);
      }
    }
    return new String(code, ISO_8859_1);
  }

  private byte next() {
    need(1);
    return bytes[at++];
  }

  // Before anything is allocated: a count of things cannot exceed the bytes they need.
  private int size(long count, int bytesEach) {
    if (count < 0 || count > (end - at) / bytesEach) {
      throw new MalformedBytesException(
          "%d of %d bytes at %d; %d bytes are left".formatted(count, bytesEach, at, end - at));
    }
    return (int) count;
  }

  private void need(long more) {
    if (end - at < more) {
      throw new MalformedBytesException(
          "%d bytes needed at %d; %d are left".formatted(more, at, end - at));
    }
  }

  private static long unZigZag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  private static int small(long value) {
    if (value != (int) value) {
      throw new MalformedBytesException("number %d; 32 bits".formatted(value));
    }
    return (int) value;
  }
}
