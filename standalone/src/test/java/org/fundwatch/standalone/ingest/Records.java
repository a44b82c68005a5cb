package org.fundwatch.standalone.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.settlement.SettlementEvent;

/** All that a source gives, in order. */
record Records(List<SettlementEvent> events, List<String> refusals) {

  static Records of(SettlementSource source) throws IOException {
    List<SettlementEvent> events = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    SettlementEventReader reader = new SettlementEventReader();
    try (source) {
      for (SourceRecord record = source.next(); record != null; record = source.next()) {
        record.refusals().forEach(r -> refusals.add(text(r)));
        if (record.event() != null) {
          events.add(((Parsed.Accepted) reader.read(record.event().json())).event());
        }
      }
    }
    return new Records(events, refusals);
  }

  private static String text(Refusal r) {
    return "%s:%d: %s: %s; %s"
        .formatted(r.file().getFileName(), r.line(), r.field(), r.found(), r.allowed());
  }
}
