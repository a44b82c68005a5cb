package org.fundwatch.streaming.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.fundwatch.streaming.testing.RandomRecords;
import org.fundwatch.streaming.testing.Records;

/** Laws of every codec, over random values of its record. */
class CodecsTest {

  @Provide
  Arbitrary<RecordType<?>> types() {
    return Arbitraries.of(Records.all().toList());
  }

  @Property(tries = 1000, seed = "20261122")
  <T> void read_whatWasWritten_isEqual(@ForAll("types") RecordType<T> type, @ForAll long seed)
      throws IOException {
    T value = new RandomRecords(seed).of(type.getTypeClass());
    TypeSerializer<T> serializer = serializer(type);

    DataInputDeserializer in = new DataInputDeserializer(bytes(serializer, value));

    assertThat(serializer.deserialize(in)).usingRecursiveComparison().isEqualTo(value);
    assertThat(in.available()).isZero();
  }

  @Property(tries = 200, seed = "20261122")
  <T> void read_bytesCutShort_isAnError(@ForAll("types") RecordType<T> type, @ForAll long seed) {
    T value = new RandomRecords(seed).of(type.getTypeClass());
    Sink sink = new Sink().begin();
    type.codec().write(value, sink);
    byte[] whole = sink.toBytes();
    for (int size = 0; size < whole.length; size += 1 + whole.length / 50) {
      Source in = new Source().begin(whole, size, Layout.CURRENT);

      assertThatThrownBy(() -> type.codec().read(in)).isInstanceOf(MalformedBytesException.class);
    }
  }

  @Property(tries = 200, seed = "20261122")
  <T> void read_serializedBytesCutShort_isAnError(
      @ForAll("types") RecordType<T> type, @ForAll long seed) throws IOException {
    TypeSerializer<T> serializer = serializer(type);
    byte[] whole = bytes(serializer, new RandomRecords(seed).of(type.getTypeClass()));
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);

    assertThatThrownBy(() -> serializer.deserialize(new DataInputDeserializer(cut)))
        .isInstanceOf(IOException.class);
  }

  @Property(tries = 1000, seed = "20261122")
  <T> void read_oneByteChanged_isAValueOrAnErrorOfReading(
      @ForAll("types") RecordType<T> type, @ForAll long seed, @ForAll int place, @ForAll byte with)
      throws IOException {
    TypeSerializer<T> serializer = serializer(type);
    byte[] bytes = bytes(serializer, new RandomRecords(seed).of(type.getTypeClass()));
    bytes[Math.floorMod(place, bytes.length)] = with;

    Throwable thrown =
        catchThrowable(() -> serializer.deserialize(new DataInputDeserializer(bytes)));

    if (thrown != null) {
      assertThat(thrown).isInstanceOf(IOException.class);
    }
  }

  private static <T> TypeSerializer<T> serializer(RecordType<T> type) {
    return type.createSerializer(new SerializerConfigImpl());
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }
}
