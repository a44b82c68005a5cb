package org.fundwatch.streaming.job;

import org.apache.flink.api.connector.sink2.Sink;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.streaming.intake.DeadLetter;
import org.fundwatch.streaming.judging.DeskReport;

/**
 * Where the job writes.
 *
 * @param alerts every version of every alert
 * @param deadLetters what could not be taken in
 * @param reports which rules the desks run
 */
public record Outputs(Sink<Alert> alerts, Sink<DeadLetter> deadLetters, Sink<DeskReport> reports) {}
