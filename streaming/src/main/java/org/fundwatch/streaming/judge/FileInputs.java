package org.fundwatch.streaming.judge;

import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.fundwatch.streaming.intake.Place;
import org.fundwatch.streaming.intake.RawEvent;
import org.fundwatch.streaming.intake.RawEventCodec;
import org.fundwatch.streaming.job.Inputs;
import org.fundwatch.streaming.judging.Tick;

/** Files as settlements, one rule bundle for all. */
final class FileInputs implements Inputs {

  // More lines than a file has; the file's number counts above it.
  private static final int LINE_BITS = 40;

  private final List<FileRef> files;
  private final String bundle;
  private final Tick read;

  FileInputs(List<FileRef> files, String bundle, Tick read) {
    this.files = files;
    this.bundle = bundle;
    this.read = read;
  }

  @Override
  public DataStream<RawEvent> settlements(StreamExecutionEnvironment env) {
    return env.fromData(files, FileRefCodec.TYPE)
        .uid("files")
        .name("files")
        .rebalance()
        .flatMap(new ReadLines(read))
        .returns(RawEventCodec.TYPE)
        .uid("lines")
        .name("lines")
        // In batch a key's records come in order of time: no two may share it, or a change and its
        // withdrawal could change places.
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<RawEvent>noWatermarks()
                .withTimestampAssigner((raw, none) -> sequence(raw.place())))
        .uid("order")
        .name("order");
  }

  @Override
  public DataStream<String> ruleSets(StreamExecutionEnvironment env) {
    return env.fromData(List.of(bundle), Types.STRING).uid("rule-sets").name("rule sets");
  }

  private static long sequence(Place place) {
    return ((long) place.partition() << LINE_BITS) + place.position();
  }
}
