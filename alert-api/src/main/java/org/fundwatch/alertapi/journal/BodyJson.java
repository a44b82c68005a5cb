package org.fundwatch.alertapi.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Records as JSON, always in the same words: names in alphabetical order, no spaces. */
final class BodyJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private BodyJson() {}

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          value.getClass().getSimpleName() + ": cannot be written as JSON", e);
    }
  }

  /** The same as a tree. */
  static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  static <T> T read(String json, Class<T> form) {
    try {
      T value = JSON.readValue(json, form);
      if (value == null) {
        throw new IllegalArgumentException(form.getSimpleName() + ": null");
      }
      return value;
    } catch (JsonProcessingException e) {
      // Without its message: it quotes the text, which can hold personal data.
      throw new IllegalArgumentException(
          "%s: no such JSON (%s)".formatted(form.getSimpleName(), e.getClass().getSimpleName()));
    }
  }
}
