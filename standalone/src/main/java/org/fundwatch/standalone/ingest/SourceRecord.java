package org.fundwatch.standalone.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one record of a source came to: an event, refusals, or an event without the parts that are
 * refused.
 *
 * @param event what to send, null where the record is refused
 * @param refusals what is not sent
 */
public record SourceRecord(@Nullable Outgoing event, List<Refusal> refusals) {

  /**
   * An event ready to be sent.
   *
   * @param person {@code psn_no}: the key, so that one person's events keep their order
   * @param json the event in the national interface's field names, UTF-8
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Outgoing(String person, byte[] json) {}

  public SourceRecord {
    refusals = List.copyOf(refusals);
  }

  static SourceRecord refused(Refusal refusal) {
    return new SourceRecord(null, List.of(refusal));
  }
}
