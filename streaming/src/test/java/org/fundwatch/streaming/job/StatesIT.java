package org.fundwatch.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.fundwatch.streaming.codec.RecordSerializer;
import org.fundwatch.streaming.testing.Given;
import org.fundwatch.streaming.testing.SavedState;
import org.fundwatch.streaming.testing.Stopped;
import org.fundwatch.streaming.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All state of the job, as a savepoint describes it: written by us, and it ends. */
class StatesIT {

  // Texts, numbers and maps of them; what a timer has beside its key.
  private static final Set<String> FLINKS =
      Set.of(
          "org.apache.flink.api.common.typeutils.base.",
          "org.apache.flink.runtime.state.VoidNamespaceSerializer");

  @TempDir private Path scratch;

  @Test
  void states_ofTheWholeJob_areOursAndEnd() throws Exception {
    Stopped stopped = Stopped.behind(Given.events(World.of(7).shuffled(31)).messages(), scratch);

    List<SavedState> states = SavedState.in(stopped.savepoint());

    assertThat(states)
        .extracting(state -> state.operator() + " " + state.name())
        .contains(
            "person-desk person",
            "person-desk settlements",
            "doctor-desk visits",
            "institution-desk said",
            "institution-month-desk visits",
            "pack-desk pack",
            "gate-desk gates",
            "gate-desk subjects",
            "alert-desk ahead",
            "alert-desk alert",
            "alert-desk gates");
    assertThat(states.stream().filter(StatesIT::lastsForEver)).isEmpty();
    assertThat(states.stream().filter(StatesIT::isForeign)).isEmpty();
  }

  @Test
  void states_thatLastForEverOrAreWrittenByReflection_areFound() throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new Careless()), text -> text, Types.STRING);
    harness.open();
    harness.processElement("a", 0);

    List<SavedState> states = SavedState.in("careless", harness.snapshot(1, 1));

    harness.close();
    assertThat(states.stream().filter(StatesIT::lastsForEver))
        .extracting(SavedState::name)
        .containsExactly("pair");
    assertThat(states.stream().filter(StatesIT::isForeign))
        .extracting(SavedState::name)
        .containsExactly("pair");
  }

  // Timers end when they ring; broadcast and operator state is one bundle of rules, and names.
  private static boolean lastsForEver(SavedState state) {
    return state.type() == BackendStateType.KEY_VALUE && !state.ends();
  }

  private static boolean isForeign(SavedState state) {
    return !state.forms().stream().allMatch(StatesIT::allowed);
  }

  private static boolean allowed(String form) {
    return form.equals(RecordSerializer.class.getName())
        || FLINKS.stream().anyMatch(form::startsWith);
  }

  /** A record that Flink would write by reflection. */
  public record Pair(String left, int right) {}

  private static final class Careless extends KeyedProcessFunction<String, String, String> {
    private static final long serialVersionUID = 1;

    @Override
    public void processElement(String value, Context context, Collector<String> out)
        throws Exception {
      getRuntimeContext()
          .getState(new ValueStateDescriptor<>("pair", TypeInformation.of(Pair.class)))
          .update(new Pair(value, 1));
    }
  }
}
