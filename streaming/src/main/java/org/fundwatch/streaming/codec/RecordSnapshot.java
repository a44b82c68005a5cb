package org.fundwatch.streaming.codec;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * What a savepoint says about how records were written: by which codec, in which layout. State of
 * an older layout is read as it is. State of a newer one, and Flink's own form of records, which
 * the builds before there were codecs wrote, is refused.
 *
 * @param <T> the record
 */
public final class RecordSnapshot<T> implements TypeSerializerSnapshot<T> {

  private static final int VERSION = 1;

  private @Nullable Codec<T> codec;
  private int layout;

  /** For Flink, which then calls {@link #readSnapshot}. */
  public RecordSnapshot() {}

  RecordSnapshot(Codec<T> codec) {
    this.codec = codec;
    this.layout = codec.layout();
  }

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(codec().getClass().getName());
    out.writeInt(layout);
  }

  @Override
  @SuppressWarnings("unchecked") // the name was written by a snapshot of this type
  public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
    String name = in.readUTF();
    layout = in.readInt();
    try {
      codec =
          (Codec<T>)
              Class.forName(name, true, loader)
                  .asSubclass(Codec.class)
                  .getDeclaredConstructor()
                  .newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IOException(
          "state written by %s: no such codec here; a codec keeps its name for ever"
              .formatted(name),
          e);
    }
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new RecordSerializer<>(codec());
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    boolean readable =
        old instanceof RecordSnapshot<T> written
            && written.codec().getClass() == codec().getClass()
            && written.layout <= layout;
    return readable
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }

  private Codec<T> codec() {
    if (codec == null) {
      throw new IllegalStateException("snapshot not read yet");
    }
    return codec;
  }
}
