package org.fundwatch.domain.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Reads one JSON object by its table and notes every fault on the way. */
final class ObjectReader {

  private static final int SHOWN = 40;

  private final JsonParser parser;
  private final List<Fault> faults;
  private final Map<String, String> extras;

  ObjectReader(JsonParser parser, List<Fault> faults, Map<String, String> extras) {
    this.parser = parser;
    this.faults = faults;
    this.extras = extras;
  }

  /**
   * Reads the object that the parser stands at, to its end.
   *
   * @param path place of the object for faults, such as {@code feedetail[2]}
   * @param pointer JSON pointer of the object, such as {@code /feedetail/2}
   */
  Values read(FieldTable table, String path, String pointer) throws IOException {
    Values values = new Values(table);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Integer place = table.place(key);
      JsonToken token = parser.nextToken();
      if (place == null) {
        keep(pointer + '/' + escape(key));
      } else {
        readValue(values, place, token, path);
      }
    }
    checkPresence(values, path);
    return values;
  }

  void checkPresence(Values values, String path) {
    FieldTable table = values.table();
    for (int place = 0; place < table.size(); place++) {
      Field field = table.at(place);
      if (field.presence() == Field.Presence.REQUIRED
          && !values.has(place)
          && !faulty(join(path, field.key()))) {
        fault(path, field, "missing");
      }
    }
  }

  void readValue(Values values, int place, JsonToken token, String path) throws IOException {
    Field field = values.table().at(place);
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (!token.isScalarValue()) {
      parser.skipChildren();
      fault(path, field, token == JsonToken.START_ARRAY ? "a list" : "an object");
      return;
    }
    String text = parser.getText();
    if (text.isEmpty()) {
      return;
    }
    long number = field.type().parse(text);
    if (number == FieldType.INVALID) {
      fault(path, field, shown(text, field.personal()));
    } else if (field.type().textual()) {
      values.set(place, text);
    } else {
      values.set(place, number);
    }
  }

  /** Keeps the value that the parser stands at as raw JSON. */
  void keep(String pointer) throws IOException {
    StringWriter raw = new StringWriter();
    try (JsonGenerator generator = EventJson.FACTORY.createGenerator(raw)) {
      generator.copyCurrentStructure(parser);
    }
    extras.put(pointer, raw.toString());
  }

  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  /** A value for an error text: quoted and shortened, or its length where it is personal. */
  static String shown(String text, boolean personal) {
    if (personal) {
      return "a value of " + text.length() + " characters (personal, not shown)";
    }
    String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return '"' + cut + '"';
  }

  private boolean faulty(String fieldPath) {
    return faults.stream().anyMatch(fault -> fault.path().equals(fieldPath));
  }

  private void fault(String path, Field field, String found) {
    faults.add(new Fault(join(path, field.key()), found, field.type().allowed()));
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + '.' + key;
  }
}
