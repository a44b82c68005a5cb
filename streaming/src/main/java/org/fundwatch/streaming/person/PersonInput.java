package org.fundwatch.streaming.person;

import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.row.RowRequest;

/** What the person desk gets. */
public sealed interface PersonInput {

  /** Token of the person concerned. */
  String person();

  /** That something happened to the person. */
  record Happened(SettlementEvent event) implements PersonInput {
    @Override
    public String person() {
      return event.settlement().person().id();
    }
  }

  /** That another desk points at settlements of the person. */
  record Asked(RowRequest request) implements PersonInput {
    @Override
    public String person() {
      return request.person();
    }
  }
}
