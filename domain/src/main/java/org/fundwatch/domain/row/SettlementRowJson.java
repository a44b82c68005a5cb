package org.fundwatch.domain.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Settlement rows as JSON, as they travel on the {@code settlement-rows} topic: the records'
 * component names, amounts in fen, moments in epoch milliseconds. Equal rows give equal bytes.
 */
public final class SettlementRowJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private SettlementRowJson() {}

  /** The row as UTF-8 JSON in one line. */
  public static byte[] write(SettlementRow row) {
    try {
      return MAPPER.writeValueAsBytes(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a settlement row can always be written", e);
    }
  }

  /**
   * Reads a row.
   *
   * @throws IOException when the bytes are no row, one without messages, or one of a newer layout
   *     than this code knows; its text names no value of the row
   */
  public static SettlementRow read(byte[] json) throws IOException {
    SettlementRow row;
    try {
      row = MAPPER.readValue(json, SettlementRow.class);
    } catch (JsonProcessingException e) {
      // Without the cause: it quotes the row.
      throw new IOException("no settlement row");
    }
    if (row.schema() < 1 || row.schema() > SettlementRow.SCHEMA) {
      throw new IOException(
          "settlement row: schema %d; supported are 1 to %d"
              .formatted(row.schema(), SettlementRow.SCHEMA));
    }
    if (row.messages().isEmpty()) {
      throw new IOException("settlement row: no message; 1 or more");
    }
    return row;
  }
}
