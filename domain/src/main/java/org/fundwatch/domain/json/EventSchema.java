package org.fundwatch.domain.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the fields of a settlement event are, for documents: read from the tables that read it. */
public final class EventSchema {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private EventSchema() {}

  /**
   * One JSON object of an event.
   *
   * @param name its field in the event; empty for the event itself
   * @param list true where the field holds a list of such objects
   * @param fields in the order in which they are written
   */
  public record Part(String name, boolean list, List<Field> fields) {

    public Part {
      fields = List.copyOf(fields);
    }
  }

  /** The event itself, then its objects. */
  public static List<Part> parts() {
    return List.of(
        part(EnvelopeTable.TABLE, false),
        part(SettlementTable.TABLE, false),
        part(GroupingTable.TABLE, false),
        part(DiagnosisTable.TABLE, true),
        part(OperationTable.TABLE, true),
        part(FeeLineTable.TABLE, true),
        part(PaymentTable.TABLE, true),
        part(TraceCodeTable.TABLE, true));
  }

  /** The JSON Schema (draft 2020-12) of an event. Unknown fields are allowed everywhere. */
  public static String jsonSchema() {
    ObjectNode schema = MAPPER.createObjectNode();
    schema.put("$schema", DIALECT);
    schema.put("title", "Fundwatch settlement event");
    for (Part part : parts()) {
      if (part.name().isEmpty()) {
        describe(part, schema);
        schema.withArray("required").add(SettlementTable.TABLE.name());
      } else {
        ObjectNode property = schema.withObject("/properties").putObject(part.name());
        if (part.list()) {
          property.put("type", "array");
          describe(part, property.putObject("items"));
        } else {
          describe(part, property);
        }
      }
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + '\n';
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static void describe(Part part, ObjectNode object) {
    object.put("type", "object");
    ObjectNode properties = object.putObject("properties");
    for (Field field : part.fields()) {
      properties.set(field.key(), fragment(field.type()).put("description", field.meaning()));
      if (field.presence() == Field.Presence.REQUIRED) {
        object.withArray("required").add(field.key());
      }
    }
  }

  private static ObjectNode fragment(FieldType type) {
    try {
      return (ObjectNode) MAPPER.readTree('{' + type.schema() + '}');
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(type + ": its fragment of JSON Schema is no JSON", e);
    }
  }

  private static Part part(FieldTable table, boolean list) {
    return new Part(table.name(), list, table.fields());
  }
}
