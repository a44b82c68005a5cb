package org.fundwatch.domain.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Alerts as JSON, as they travel on the {@code alerts} topic: the record's component names, amounts
 * in fen, moments in epoch milliseconds.
 */
public final class AlertJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private AlertJson() {}

  /** The alert as UTF-8 JSON in one line. */
  public static byte[] write(Alert alert) {
    try {
      return MAPPER.writeValueAsBytes(alert);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("alert " + alert.id() + " cannot be written", e);
    }
  }

  /**
   * Reads an alert.
   *
   * @throws IOException when the bytes are no alert, or one of a newer layout than this code knows
   */
  public static Alert read(byte[] json) throws IOException {
    Alert alert = MAPPER.readValue(json, Alert.class);
    if (alert.schema() < 1 || alert.schema() > Alert.SCHEMA) {
      throw new IOException(
          "alert %s: schema %d; supported are 1 to %d"
              .formatted(alert.id(), alert.schema(), Alert.SCHEMA));
    }
    return alert;
  }
}
