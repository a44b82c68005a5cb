package org.fundwatch.streaming.pack;

import java.util.List;
import org.fundwatch.domain.desk.PackSale;

/**
 * What one event changed about the sales of a drug pack.
 *
 * @param code the traceability code
 * @param gone sales that no longer stand
 * @param come sales that stand from now on
 * @param cause message id of the event
 * @param atMillis when it was sent
 */
public record PackChange(
    String code, List<PackSale> gone, List<PackSale> come, String cause, long atMillis) {

  public PackChange {
    gone = List.copyOf(gone);
    come = List.copyOf(come);
  }
}
