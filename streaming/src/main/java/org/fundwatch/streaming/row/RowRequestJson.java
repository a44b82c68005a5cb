package org.fundwatch.streaming.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Requests for rows as JSON, as they travel on the {@code row-requests} topic. */
public final class RowRequestJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private RowRequestJson() {}

  /** The request as UTF-8 JSON in one line. */
  public static byte[] write(RowRequest request) {
    try {
      return MAPPER.writeValueAsBytes(request);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request for rows can always be written", e);
    }
  }

  /**
   * Reads a request.
   *
   * @throws IOException when the bytes are none; its text names no value of them
   */
  public static RowRequest read(byte[] json) throws IOException {
    try {
      return MAPPER.readValue(json, RowRequest.class);
    } catch (JsonProcessingException e) {
      // Without the cause: it quotes the request.
      throw new IOException("no request for rows");
    }
  }
}
