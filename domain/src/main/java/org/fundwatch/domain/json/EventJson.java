package org.fundwatch.domain.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/** What reading and writing of events share. */
final class EventJson {

  /** Largest event accepted, in bytes: ten times a year-long stay with 20,000 fee lines is less. */
  static final int MAX_BYTES = 8 * 1024 * 1024;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(32).maxStringLength(65_536).build())
          .build();

  private EventJson() {}
}
