package org.fundwatch.streaming.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Desk reports as JSON, as they travel on the {@code rule-status} topic. */
public final class DeskReportJson {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private DeskReportJson() {}

  /** The report as UTF-8 JSON in one line. */
  public static byte[] write(DeskReport report) {
    try {
      return MAPPER.writeValueAsBytes(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("report of " + report.key() + " cannot be written", e);
    }
  }
}
