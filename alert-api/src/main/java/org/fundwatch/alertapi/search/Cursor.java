package org.fundwatch.alertapi.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/**
 * Where a reader is in a list, as text that means nothing to the reader.
 *
 * @param pit the point in time that all pages are read at
 * @param after sort values of the last entry seen
 * @param list what list it is a place in; a cursor serves no other
 */
record Cursor(String pit, List<Object> after, String list) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  String text() {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  static Cursor parse(String text, String list) {
    Cursor cursor;
    try {
      cursor = JSON.readValue(Base64.getUrlDecoder().decode(text), Cursor.class);
    } catch (IOException | IllegalArgumentException e) {
      throw CursorException.unreadable();
    }
    if (cursor == null || cursor.pit == null || cursor.after == null || cursor.list == null) {
      throw CursorException.unreadable();
    }
    if (!cursor.list.equals(list)) {
      throw CursorException.foreign();
    }
    return cursor;
  }

  /** The place as the search node wants it. */
  List<FieldValue> searchAfter() {
    return after.stream().map(Cursor::value).toList();
  }

  private static FieldValue value(Object value) {
    if (value instanceof Number number) {
      return value instanceof Double
          ? FieldValue.of(number.doubleValue())
          : FieldValue.of(number.longValue());
    }
    if (value instanceof String string) {
      return FieldValue.of(string);
    }
    throw CursorException.unreadable();
  }
}
