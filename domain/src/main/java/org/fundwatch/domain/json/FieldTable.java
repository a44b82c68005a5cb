package org.fundwatch.domain.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object of the event, by name and by place. */
final class FieldTable {

  private final String name;
  private final List<Field> fields;
  private final Map<String, Integer> places = new HashMap<>();

  FieldTable(String name, List<Field> fields) {
    this.name = name;
    this.fields = List.copyOf(fields);
    for (int place = 0; place < fields.size(); place++) {
      places.put(fields.get(place).key(), place);
    }
  }

  /** The object's name in the event; empty for the event itself. */
  String name() {
    return name;
  }

  List<Field> fields() {
    return fields;
  }

  Field at(int place) {
    return fields.get(place);
  }

  int size() {
    return fields.size();
  }

  /** The place of a field, null for a name that the table does not know. */
  @Nullable Integer place(String key) {
    return places.get(key);
  }

  /** The place of a field that the code itself names. */
  int require(String key) {
    Integer place = places.get(key);
    if (place == null) {
      throw new IllegalArgumentException("table " + name + " has no field " + key);
    }
    return place;
  }
}
