package org.fundwatch.rules.schema;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A type with fields.
 *
 * @param name its name in messages, such as {@code Encounter}
 * @param javaType the class behind it
 * @param fields by name
 */
public record StructSpec(String name, Class<?> javaType, Map<String, FieldSpec> fields) {

  public StructSpec {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * A field.
   *
   * @throws IllegalArgumentException when the type has no such field
   */
  public FieldSpec field(String field) {
    FieldSpec spec = fields.get(field);
    if (spec == null) {
      throw new IllegalArgumentException(name + " has no field " + field);
    }
    return spec;
  }

  /** The type as cel-java sees it. */
  public StructType celType() {
    ImmutableMap<String, CelType> types =
        fields.values().stream()
            .collect(ImmutableMap.toImmutableMap(FieldSpec::name, FieldSpec::type));
    return StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
  }

  /**
   * A field.
   *
   * @param name in expressions
   * @param type its type
   * @param access the Java expression after the operand, such as {@code .mainDiagnosis()}
   * @param doc what it is
   */
  public record FieldSpec(String name, CelType type, String access, String doc) {}
}
