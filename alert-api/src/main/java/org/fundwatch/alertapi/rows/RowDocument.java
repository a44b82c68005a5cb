package org.fundwatch.alertapi.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.row.SettlementRowJson;

/**
 * A settlement row as it is stored, under the settlement's id.
 *
 * @param settlementId {@code setl_id}
 * @param encounterId {@code mdtrt_id}
 * @param institution {@code fixmedins_code}
 * @param region administrative division of the institution
 * @param settledAt epoch milliseconds
 * @param stands false where it was taken back
 * @param topic id of the topic that it came on, which a topic made anew does not share
 * @param partition of the topic
 * @param offset in the partition
 * @param row the whole row, byte for byte as it came
 */
public record RowDocument(
    String settlementId,
    String encounterId,
    String institution,
    String region,
    long settledAt,
    boolean stands,
    String topic,
    int partition,
    long offset,
    String row) {

  /**
   * The document of a record's value.
   *
   * @throws IOException when it is no settlement row; its text names no value
   */
  public static RowDocument of(byte[] json, String topic, int partition, long offset)
      throws IOException {
    var row = whole(json);
    var settlement = row.settlement();
    return new RowDocument(
        row.settlementId(),
        settlement.encounterId(),
        settlement.institution().code(),
        settlement.institution().region(),
        settlement.settledMillis(),
        row.stands(),
        topic,
        partition,
        offset,
        new String(json, StandardCharsets.UTF_8));
  }

  private static SettlementRow whole(byte[] json) throws IOException {
    try {
      var row = SettlementRowJson.read(json);
      // What lacks a part cannot be shown later.
      RowMask.of(row);
      return row;
    } catch (RuntimeException e) {
      // Without the cause: it may quote the row.
      throw new IOException("settlement row: not whole");
    }
  }

  /** The row as it was told. */
  SettlementRow told() {
    return parsed(row);
  }

  /** The row as it is shown without a reason. */
  SettlementRow masked() {
    return parsed(RowMask.text(row));
  }

  /**
   * A row from a text that was a stored row's.
   *
   * @throws IllegalStateException when it is none
   */
  public static SettlementRow parsed(String row) {
    try {
      return SettlementRowJson.read(row.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("settlement row: what is stored is none", e);
    }
  }
}
