package org.fundwatch.streaming.codec;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Records as bytes: length of what follows, layout, value. Not thread-safe; Flink duplicates it.
 *
 * @param <T> an immutable record
 */
public final class RecordSerializer<T> extends TypeSerializer<T> {

  private static final long serialVersionUID = 1;
  private static final int MAX_BYTES = 1 << 28;
  private static final int GROUP = 7;

  private final Codec<T> codec;
  private transient @Nullable Sink sink;
  private transient @Nullable Source source;
  private transient byte @Nullable [] buffer;

  public RecordSerializer(Codec<T> codec) {
    this.codec = codec;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    if (sink == null) {
      sink = new Sink();
    }
    sink.begin().count(codec.layout());
    codec.write(value, sink);
    if (sink.size() > MAX_BYTES) {
      throw new IOException(
          "%s: %d bytes; at most %d"
              .formatted(codec.type().getSimpleName(), sink.size(), MAX_BYTES));
    }
    writeLength(sink.size(), target);
    target.write(sink.buffer(), 0, sink.size());
  }

  @Override
  public T deserialize(DataInputView in) throws IOException {
    int length = readLength(in);
    byte[] bytes = buffer(length);
    in.readFully(bytes, 0, length);
    if (source == null) {
      source = new Source();
    }
    try {
      source.begin(bytes, length, 0);
      int layout = source.smallCount();
      if (layout < 1 || layout > codec.layout()) {
        throw new MalformedBytesException(
            "layout %d; supported are 1 to %d".formatted(layout, codec.layout()));
      }
      T value = codec.read(source.ofLayout(layout));
      source.finish();
      return value;
    } catch (MalformedBytesException e) {
      throw new IOException("%s: %s".formatted(codec.type().getSimpleName(), e.getMessage()), e);
    }
  }

  @Override
  public void copy(DataInputView from, DataOutputView to) throws IOException {
    int length = readLength(from);
    byte[] bytes = buffer(length);
    from.readFully(bytes, 0, length);
    writeLength(length, to);
    to.write(bytes, 0, length);
  }

  @Override
  public T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public T copy(T value) {
    return value;
  }

  @Override
  public T copy(T value, T reuse) {
    return value;
  }

  @Override
  public RecordSerializer<T> duplicate() {
    return new RecordSerializer<>(codec);
  }

  /** Nothing: what is immutable cannot be made first and filled later. */
  @Override
  @SuppressWarnings("NullAway") // Flink knows that there may be none.
  public T createInstance() {
    return null;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new RecordSnapshot<>(codec);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordSerializer<?> that && codec.getClass() == that.codec.getClass();
  }

  @Override
  public int hashCode() {
    return codec.getClass().hashCode();
  }

  private static void writeLength(int length, DataOutputView target) throws IOException {
    int rest = length;
    while ((rest & ~0x7F) != 0) {
      target.writeByte(rest | 0x80);
      rest >>>= GROUP;
    }
    target.writeByte(rest);
  }

  private int readLength(DataInputView in) throws IOException {
    int length = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += GROUP) {
      byte next = in.readByte();
      length |= (next & 0x7F) << shift;
      if (next >= 0) {
        if (length < 0 || length > MAX_BYTES) {
          break;
        }
        return length;
      }
    }
    throw new IOException(
        "%s: length %d; 0 to %d".formatted(codec.type().getSimpleName(), length, MAX_BYTES));
  }

  private byte[] buffer(int length) {
    if (buffer == null || buffer.length < length) {
      buffer = new byte[Math.max(length, 512)];
    }
    return buffer;
  }
}
