package org.fundwatch.streaming.codec;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A record as Flink sees it: one opaque value, written by its codec.
 *
 * @param <T> an immutable record
 */
public final class RecordType<T> extends TypeInformation<T> {

  private static final long serialVersionUID = 1;

  private final Codec<T> codec;

  public RecordType(Codec<T> codec) {
    this.codec = codec;
  }

  /** How the record is written. */
  public Codec<T> codec() {
    return codec;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return new RecordSerializer<>(codec);
  }

  @Override
  public Class<T> getTypeClass() {
    return codec.type();
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof RecordType;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordType<?> that && codec.getClass() == that.codec.getClass();
  }

  @Override
  public int hashCode() {
    return codec.getClass().hashCode();
  }

  @Override
  public String toString() {
    return codec.type().getSimpleName();
  }
}
