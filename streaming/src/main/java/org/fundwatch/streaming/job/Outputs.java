package org.fundwatch.streaming.job;

import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.row.RowRequest;

/**
 * Where the job writes.
 *
 * @param alerts every version of every alert
 * @param deadLetters what could not be taken in
 * @param reports which rules the desks run
 * @param rows settlements that findings point at; empty where nobody looks at them
 */
public record Outputs(
    Sink<Alert> alerts,
    Sink<DeadLetter> deadLetters,
    Sink<DeskReport> reports,
    Optional<Rows> rows) {

  /** Without rows. */
  public Outputs(Sink<Alert> alerts, Sink<DeadLetter> deadLetters, Sink<DeskReport> reports) {
    this(alerts, deadLetters, reports, Optional.empty());
  }

  /**
   * Where rows go, and the requests of the desks that do not have them.
   *
   * @param sent rows
   * @param requests come back by {@link Inputs#rowRequests}
   */
  public record Rows(Sink<SettlementRow> sent, Sink<RowRequest> requests) {}
}
