package org.fundwatch.alertapi.journal;

import java.util.List;

/**
 * What a check of the journal found.
 *
 * @param streams that were checked
 * @param entries in them
 * @param faultCount all faults
 * @param faults the first of them
 */
public record Verdict(long streams, long entries, long faultCount, List<StreamFault> faults) {
  public Verdict {
    faults = List.copyOf(faults);
  }
}
