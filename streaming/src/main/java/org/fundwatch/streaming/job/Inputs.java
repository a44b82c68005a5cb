package org.fundwatch.streaming.job;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.streaming.intake.RawEvent;

/** Where the job reads. Every operator added has its own uid and name. */
public interface Inputs {

  /** Messages as they are found. */
  DataStream<RawEvent> settlements(StreamExecutionEnvironment env);

  /** Rule bundles as JSON, each replacing the one before. */
  DataStream<String> ruleSets(StreamExecutionEnvironment env);
}
