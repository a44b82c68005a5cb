package org.fundwatch.streaming.pack;

import java.util.List;
import org.fundwatch.domain.desk.PackSale;
import org.fundwatch.domain.finding.Finding;

/**
 * All that the desk keeps of a drug pack.
 *
 * @param schema version of this record's layout
 * @param sales those that stand, by time, then settlement
 * @param said the findings that hold
 */
public record PackState(int schema, List<PackSale> sales, List<Finding> said) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  static final PackState EMPTY = new PackState(SCHEMA, List.of(), List.of());

  public PackState {
    sales = List.copyOf(sales);
    said = List.copyOf(said);
  }
}
