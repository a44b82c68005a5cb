package org.fundwatch.streaming.pack;

import java.util.List;
import org.fundwatch.domain.desk.PackSale;
import org.fundwatch.domain.finding.Cause;

/**
 * What one event changed about the sales of a drug pack.
 *
 * @param code the traceability code
 * @param gone sales that no longer stand
 * @param come sales that stand from now on
 * @param cause the event
 */
public record PackChange(String code, List<PackSale> gone, List<PackSale> come, Cause cause) {

  public PackChange {
    gone = List.copyOf(gone);
    come = List.copyOf(come);
  }
}
