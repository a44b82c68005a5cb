package org.fundwatch.alertapi.rows;

import java.util.List;
import org.fundwatch.domain.finding.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Settlements that the findings of an alert point at, by time.
 *
 * @param total how many there are
 * @param missing what findings point at and no row has come of
 * @param nextCursor where the next page begins, absent on the last
 */
public record RowPage(
    List<ShownRow> items, long total, List<Missing> missing, @Nullable String nextCursor) {

  public RowPage {
    items = List.copyOf(items);
    missing = List.copyOf(missing);
  }

  /**
   * A piece of evidence without a row.
   *
   * @param kind settlement or encounter
   * @param id {@code setl_id} or {@code mdtrt_id}
   */
  public record Missing(Evidence.Kind kind, String id) {}
}
