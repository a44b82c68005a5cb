package org.fundwatch.streaming.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Dead letters as JSON, as they travel on their topic: component names, the sealed bytes in Base64.
 */
public final class DeadLetterJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private DeadLetterJson() {}

  /** The letter as UTF-8 JSON in one line. */
  public static byte[] write(DeadLetter letter) {
    try {
      return MAPPER.writeValueAsBytes(letter);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("dead letter of " + letter.place() + " cannot be written", e);
    }
  }

  /**
   * Reads a letter.
   *
   * @throws IOException when the bytes are none, or one of a newer layout than this code knows
   */
  public static DeadLetter read(byte[] json) throws IOException {
    DeadLetter letter = MAPPER.readValue(json, DeadLetter.class);
    if (letter.schema() < 1 || letter.schema() > DeadLetter.SCHEMA) {
      throw new IOException(
          "dead letter of %s: schema %d; supported are 1 to %d"
              .formatted(letter.place(), letter.schema(), DeadLetter.SCHEMA));
    }
    return letter;
  }
}
