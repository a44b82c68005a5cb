package org.fundwatch.rules.compile;

import dev.cel.common.types.CelType;
import java.util.Map;
import org.fundwatch.rules.schema.StructSpec;

/** How values of CEL's types are held in Java: moments and spans as long milliseconds. */
final class JavaTypes {

  private final Map<String, StructSpec> structs;

  JavaTypes(Map<String, StructSpec> structs) {
    this.structs = structs;
  }

  /** The Java type. */
  String of(CelType type) {
    return switch (type.kind()) {
      case INT, TIMESTAMP, DURATION -> "long";
      case DOUBLE -> "double";
      case BOOL -> "boolean";
      case STRING -> "String";
      case LIST -> "java.util.List";
      case STRUCT -> struct(type).javaType().getName();
      default -> "Object";
    };
  }

  /** The fields of a struct type. */
  StructSpec struct(CelType type) {
    StructSpec struct = structs.get(type.name());
    if (struct == null) {
      throw new IllegalStateException("type " + type.name() + " passed the check unknown");
    }
    return struct;
  }

  /** An object of a value. */
  String box(String java, CelType type) {
    return switch (type.kind()) {
      case INT, TIMESTAMP, DURATION -> "Long.valueOf(" + java + ")";
      case DOUBLE -> "Double.valueOf(" + java + ")";
      case BOOL -> "Boolean.valueOf(" + java + ")";
      default -> java;
    };
  }

  /** The value of an object. */
  String unbox(String java, CelType type) {
    return switch (type.kind()) {
      case INT, TIMESTAMP, DURATION -> "((Long) " + java + ").longValue()";
      case DOUBLE -> "((Double) " + java + ").doubleValue()";
      case BOOL -> "((Boolean) " + java + ").booleanValue()";
      default -> "((" + of(type) + ") " + java + ")";
    };
  }
}
