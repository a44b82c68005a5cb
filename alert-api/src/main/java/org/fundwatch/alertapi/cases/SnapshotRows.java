package org.fundwatch.alertapi.cases;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All that an alert rests on, as it was when the alert came to a case.
 *
 * @param alertId of the alert
 * @param alertVersion of it
 * @param sha256 of its bytes, in hexadecimal
 * @param sm3 of the same (GB/T 32905)
 * @param rows rows, rules, knowledge and models, each with its own digests
 */
public record SnapshotRows(
    String alertId, int alertVersion, String sha256, String sm3, List<SnapshotRow> rows) {
  public SnapshotRows {
    rows = List.copyOf(rows);
  }

  SnapshotRows masked(UnaryOperator<String> mask) {
    return with(rows.stream().map(row -> row.masked(mask)).toList());
  }

  SnapshotRows with(List<SnapshotRow> others) {
    return new SnapshotRows(alertId, alertVersion, sha256, sm3, others);
  }
}
