package org.fundwatch.benchmarks.growth;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.intake.RawEventCodec;
import org.fundwatch.streaming.job.Inputs;

/**
 * Gives a crowd's messages to the job from memory; the built-in rules stay.
 *
 * @param source makes the messages and looks at the clock between them
 */
record CrowdInputs(CrowdSource source) implements Inputs {

  @Override
  public DataStream<RawEvent> settlements(StreamExecutionEnvironment env) {
    return env.fromSequence(0, source.numbers() - 1)
        .uid("numbers")
        .flatMap(source)
        .returns(RawEventCodec.TYPE)
        .uid("crowd");
  }

  @Override
  public DataStream<String> ruleSets(StreamExecutionEnvironment env) {
    return env.fromData(Types.STRING, "").uid("no-rules").filter(text -> false).uid("none");
  }
}
