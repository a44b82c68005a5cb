package org.fundwatch.streaming.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.domain.json.SettlementEventWriter;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.intake.Place;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.intake.RawEventCodec;
import org.fundwatch.streaming.job.Inputs;

/**
 * Inputs that are known beforehand.
 *
 * @param messages in order of arrival
 * @param bundles rule bundles in order of arrival
 */
public record Given(List<byte[]> messages, List<String> bundles) implements Inputs {

  /** These events, and the built-in rules. */
  public static Given events(List<SettlementEvent> events) {
    SettlementEventWriter writer = new SettlementEventWriter();
    return new Given(events.stream().map(writer::write).toList(), List.of(TrivialJudge.BUILT_IN));
  }

  @Override
  public DataStream<RawEvent> settlements(StreamExecutionEnvironment env) {
    List<RawEvent> raw = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      raw.add(new RawEvent(new Place("given", 0, i + 1, true), messages.get(i)));
    }
    return env.fromData(raw, RawEventCodec.TYPE)
        .uid("given")
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<RawEvent>noWatermarks()
                .withTimestampAssigner((event, time) -> event.place().position()))
        .uid("order");
  }

  @Override
  public DataStream<String> ruleSets(StreamExecutionEnvironment env) {
    return env.fromData(bundles, Types.STRING).uid("given-rules");
  }
}
