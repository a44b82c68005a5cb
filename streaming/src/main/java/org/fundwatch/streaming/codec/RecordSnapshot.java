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
 * the builds before there were codecs wrote, is refused with an error that says what to do; Flink
 * alone would say only that serializers are incompatible.
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
    if (!(old instanceof RecordSnapshot<T> written)) {
      throw new IllegalStateException(
          "state of %s is in Flink's own form, as builds before layout 1 wrote it; supported are layouts 1 to %d. Start anew with an empty state directory: the topic is then read from its first message"
              .formatted(codec().type().getSimpleName(), layout));
    }
    if (written.codec().getClass() != codec().getClass()) {
      throw new IllegalStateException(
          "state written by %s; %s reads its own only"
              .formatted(written.codec().getClass().getName(), codec().getClass().getName()));
    }
    if (written.layout > layout) {
      throw new IllegalStateException(
          "state of %s is of layout %d; supported are layouts 1 to %d. Go on with the build that wrote it, or a later one"
              .formatted(codec().type().getSimpleName(), written.layout, layout));
    }
    return TypeSerializerSchemaCompatibility.compatibleAsIs();
  }

  private Codec<T> codec() {
    if (codec == null) {
      throw new IllegalStateException("snapshot not read yet");
    }
    return codec;
  }
}
