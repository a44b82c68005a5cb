package org.fundwatch.streaming.codec;

import java.io.Serializable;

/**
 * Writes and reads one kind of record. Savepoints name the class of the codec, so it keeps its name
 * for ever; it is public, has no fields and a constructor without arguments.
 *
 * <p>To add a field to a record see {@link Layout}.
 *
 * @param <T> an immutable record
 */
public interface Codec<T> extends Serializable {

  /** The record. */
  Class<T> type();

  /** The layout that {@link #write} writes; {@link #read} reads this one and all before. */
  default int layout() {
    return Layout.CURRENT;
  }

  /** Writes a value. */
  void write(T value, Sink out);

  /**
   * Reads a value of layout {@link Source#layout}, to its last byte.
   *
   * @throws MalformedBytesException when the bytes are none
   */
  T read(Source in);
}
