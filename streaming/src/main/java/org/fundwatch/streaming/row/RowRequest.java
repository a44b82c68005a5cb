package org.fundwatch.streaming.row;

import java.util.List;

/**
 * That a desk's findings point at settlements of a person, whose desk is to send their rows.
 *
 * @param person token of the person
 * @param settlementIds {@code setl_id}, at least one
 */
public record RowRequest(String person, List<String> settlementIds) {

  public RowRequest {
    settlementIds = List.copyOf(settlementIds);
  }
}
