package org.fundwatch.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.fundwatch.streaming.codec.RecordSerializer;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.junit.jupiter.api.Test;

/** All that travels in the job is written by us, or is a text or number; no reflection, no Kryo. */
class StreamGraphTest {

  // Texts and numbers; what Flink's sinks tell themselves about transactions, which ours have none
  // of.
  private static final Set<String> ALLOWED =
      Set.of(
          "org.apache.flink.api.common.typeutils.base",
          "org.apache.flink.streaming.api.connector.sink2");
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @Test
  void serializers_ofTheWholeJob_areOurs() {
    JobConfig config =
        JobSettings.read(
            Map.of(
                "state.directory",
                "/var/fundwatch",
                "topic.backfill",
                "backfill",
                "person.key",
                KEY,
                "dead-letter.key",
                KEY + KEY));
    var env = StreamExecutionEnvironment.createLocalEnvironment(2, FundwatchJob.options(config));
    FundwatchJob.build(env, config, new TrivialJudge.Maker());

    StreamGraph graph = env.getStreamGraph();

    assertThat(graph.getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .doesNotContainNull();
    assertThat(foreign(graph)).isEmpty();
  }

  @Test
  void serializers_byReflection_areFound() {
    var env = StreamExecutionEnvironment.createLocalEnvironment(1);
    env.fromData(new Pair("a", 1))
        .returns(TypeInformation.of(Pair.class))
        .map(pair -> new Object(), Types.GENERIC(Object.class))
        .sinkTo(sink());

    assertThat(foreign(env.getStreamGraph()))
        .containsExactly(PojoSerializer.class.getName(), KryoSerializer.class.getName());
  }

  private static Sink<Object> sink() {
    return new DiscardingSink<>();
  }

  private static SortedSet<String> foreign(StreamGraph graph) {
    SortedSet<String> foreign = new TreeSet<>();
    for (StreamNode node : graph.getStreamNodes()) {
      Stream.concat(
              Stream.of(node.getTypeSerializersIn()),
              Stream.of(node.getTypeSerializerOut(), node.getStateKeySerializer()))
          .filter(Objects::nonNull)
          .filter(serializer -> !allowed(serializer))
          .forEach(serializer -> foreign.add(serializer.getClass().getName()));
      for (StreamEdge edge : node.getOutEdges()) {
        if (edge.getOutputTag() != null) {
          TypeSerializer<?> serializer =
              edge.getOutputTag()
                  .getTypeInfo()
                  .createSerializer(graph.getExecutionConfig().getSerializerConfig());
          if (!allowed(serializer)) {
            foreign.add(serializer.getClass().getName());
          }
        }
      }
    }
    return foreign;
  }

  private static boolean allowed(TypeSerializer<?> serializer) {
    return serializer instanceof RecordSerializer
        || ALLOWED.contains(serializer.getClass().getPackageName());
  }

  /** A record that Flink would write by reflection. */
  public record Pair(String left, int right) {}
}
