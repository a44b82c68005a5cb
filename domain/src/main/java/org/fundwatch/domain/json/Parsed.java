package org.fundwatch.domain.json;

import java.util.List;
import org.fundwatch.domain.settlement.SettlementEvent;

/** The outcome of reading an event: the event, or every fault that was found. */
public sealed interface Parsed {

  /** The text is an event. */
  record Accepted(SettlementEvent event) implements Parsed {}

  /** The text is none; faults in the order of the text. */
  record Refused(List<Fault> faults) implements Parsed {

    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
