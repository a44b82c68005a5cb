package org.fundwatch.streaming.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Desk reports as JSON, as they travel on the {@code rule-status} topic. */
public final class DeskReportJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private DeskReportJson() {}

  /** The report as UTF-8 JSON in one line. */
  public static byte[] write(DeskReport report) {
    try {
      return MAPPER.writeValueAsBytes(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("report of " + report.key() + " cannot be written", e);
    }
  }

  /**
   * Reads a report; what an older release did not write is empty or 0.
   *
   * @throws IOException when the bytes are none
   */
  public static DeskReport read(byte[] json) throws IOException {
    return MAPPER.readValue(json, DeskReport.class);
  }
}
