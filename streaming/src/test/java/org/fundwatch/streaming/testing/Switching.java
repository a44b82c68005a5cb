package org.fundwatch.streaming.testing;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.job.Inputs;

/** Messages that are known beforehand, with rule bundles sent when so many of them are read. */
final class Switching implements Inputs {

  private final Given messages;
  private final TreeMap<Long, String> switches = new TreeMap<>();
  private DataStream<RawEvent> raw;

  Switching(Given messages, SortedMap<Integer, String> switches) {
    this.messages = messages;
    switches.forEach((read, bundle) -> this.switches.put(Math.max(1L, read), bundle));
  }

  @Override
  public DataStream<RawEvent> settlements(StreamExecutionEnvironment env) {
    raw = messages.settlements(env);
    return raw;
  }

  @Override
  public DataStream<String> ruleSets(StreamExecutionEnvironment env) {
    TreeMap<Long, String> at = switches;
    return raw.<String>flatMap(
            (event, out) -> {
              String bundle = at.get(event.place().position());
              if (bundle != null) {
                out.collect(bundle);
              }
            })
        .returns(Types.STRING)
        .uid("given-rules")
        .setParallelism(1);
  }
}
