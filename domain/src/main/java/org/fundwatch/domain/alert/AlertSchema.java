package org.fundwatch.domain.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import org.fundwatch.domain.finding.ModelTrace;

/** The JSON Schema of an alert, read from its records. */
public final class AlertSchema {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private AlertSchema() {}

  /** The JSON Schema (draft 2020-12) of an alert as {@link AlertJson} writes it. */
  public static String jsonSchema() {
    ObjectNode schema = MAPPER.createObjectNode();
    schema.put("$schema", DIALECT);
    schema.put("title", "Fundwatch alert");
    object(Alert.class, schema);
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + '\n';
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static void object(Class<?> type, ObjectNode node) {
    node.put("type", "object");
    ObjectNode properties = node.putObject("properties");
    for (RecordComponent component : type.getRecordComponents()) {
      describe(component.getGenericType(), properties.putObject(component.getName()));
      node.withArray("required").add(component.getName());
    }
  }

  private static void describe(Type type, ObjectNode node) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      node.put("type", "array");
      describe(list.getActualTypeArguments()[0], node.putObject("items"));
    } else if (type == String.class) {
      node.put("type", "string");
    } else if (type == int.class || type == long.class) {
      node.put("type", "integer");
    } else if (type == double.class) {
      node.put("type", "number");
    } else if (type == ModelTrace.class) {
      // A rule's finding has none.
      node.withArray("anyOf").addObject().put("type", "null");
      object(ModelTrace.class, node.withArray("anyOf").addObject());
    } else if (type instanceof Class<?> kind && kind.isEnum()) {
      for (Object constant : kind.getEnumConstants()) {
        node.withArray("enum").add(constant.toString());
      }
    } else if (type instanceof Class<?> record && record.isRecord()) {
      object(record, node);
    } else {
      throw new IllegalStateException(type + ": an alert holds no such component");
    }
  }
}
