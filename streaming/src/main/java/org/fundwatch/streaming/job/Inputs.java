package org.fundwatch.streaming.job;

import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.row.RowRequest;

/** Where the job reads. Every operator added has its own uid and name. */
public interface Inputs {

  /** Messages as they are found. */
  DataStream<RawEvent> settlements(StreamExecutionEnvironment env);

  /** Rule bundles as JSON, each replacing the one before. */
  DataStream<String> ruleSets(StreamExecutionEnvironment env);

  /** What was found in older history, for the alerts; empty where nobody says anything. */
  default Optional<DataStream<SubjectChanges>> backfill(StreamExecutionEnvironment env) {
    return Optional.empty();
  }

  /** Requests for rows, see {@link Outputs.Rows}; empty where nobody looks at them. */
  default Optional<DataStream<RowRequest>> rowRequests(StreamExecutionEnvironment env) {
    return Optional.empty();
  }

  /**
   * Alerts as they were published, from the last snapshot on, those of this run among them; empty
   * where nobody can have published any before.
   */
  default Optional<DataStream<Alert>> published(StreamExecutionEnvironment env) {
    return Optional.empty();
  }
}
