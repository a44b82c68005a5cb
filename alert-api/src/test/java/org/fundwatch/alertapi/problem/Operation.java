package org.fundwatch.alertapi.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An operation of the API's document.
 *
 * @param method such as POST
 * @param path with its placeholders
 * @param query names of its query parameters
 * @param headers names of its headers
 * @param body schema of its JSON body, missing for none
 * @param document the whole
 */
record Operation(
    String method,
    String path,
    List<String> query,
    List<String> headers,
    JsonNode body,
    JsonNode document) {

  static List<Operation> all(JsonNode document) {
    var operations = new ArrayList<Operation>();
    document
        .at("/paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            operations.add(
                                new Operation(
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    parameters(operation.getValue(), "query").toList(),
                                    parameters(operation.getValue(), "header").toList(),
                                    operation
                                        .getValue()
                                        .at("/requestBody/content")
                                        .path("application/json")
                                        .path("schema"),
                                    document))));
    return operations;
  }

  String endpoint() {
    return method + " " + path;
  }

  /** The kind of thing that it is about, such as cases. */
  String kind() {
    return path.split("/", -1)[3];
  }

  boolean hasBody() {
    return !body.isMissingNode();
  }

  /** Properties of an object's schema. */
  List<Field> fields() {
    return resolved(body).path("properties").properties().stream()
        .map(
            property ->
                new Field(property.getKey(), resolved(property.getValue()).path("type").asText()))
        .toList();
  }

  /** Names of the fields that have to be there. */
  List<String> required() {
    return StreamSupport.stream(resolved(body).path("required").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** A value that fits the body's schema. */
  String example() {
    return example(body, 0);
  }

  private String example(JsonNode raw, int depth) {
    var schema = resolved(raw);
    var type = schema.path("type").isArray() ? schema.at("/type/0") : schema.path("type");
    return switch (type.asText()) {
      case "integer", "number" -> "1";
      case "boolean" -> "true";
      case "array" -> "[" + example(schema.path("items"), depth + 1) + "]";
      case "object" ->
          depth > 3
              ? "{}"
              : schema.path("properties").properties().stream()
                  .map(p -> "\"" + p.getKey() + "\":" + example(p.getValue(), depth + 1))
                  .reduce((a, b) -> a + "," + b)
                  .map(all -> "{" + all + "}")
                  .orElse("{}");
      default -> text(schema);
    };
  }

  private static String text(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.at("/enum/0").toString();
    }
    return switch (schema.path("format").asText()) {
      case "date" -> "\"2027-01-31\"";
      default -> schema.path("pattern").asText().startsWith("(\\d{2})") ? "\"3201\"" : "\"x\"";
    };
  }

  private JsonNode resolved(JsonNode schema) {
    var node = schema;
    while (node.has("$ref")) {
      node = document.at(node.path("$ref").asText().substring(1));
    }
    return node;
  }

  private static Stream<String> parameters(JsonNode operation, String in) {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asText().equals(in))
        .map(parameter -> parameter.path("name").asText());
  }

  /** A field, and the JSON type that it has. */
  record Field(String name, String type) {}

  @Override
  public String toString() {
    return endpoint();
  }
}
