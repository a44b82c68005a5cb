package org.fundwatch.alertapi.fuzz;

import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.json.SettlementEventWriter;

/** Bytes as a settlement event. */
public final class EventFuzz {
  private static final SettlementEventReader READER = new SettlementEventReader();

  private EventFuzz() {}

  /** Refused with its faults, or an event that is the same when it is written and read again. */
  public static void fuzzerTestOneInput(byte[] data) {
    var parsed = READER.read(data);
    if (parsed instanceof Parsed.Accepted accepted) {
      var again = READER.read(new SettlementEventWriter().write(accepted.event()));
      if (!again.equals(parsed)) {
        throw new IllegalStateException("another event when it is written and read again");
      }
    }
  }
}
