package org.fundwatch.streaming.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.api.common.typeutils.CompositeTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;
import org.apache.flink.runtime.state.ttl.TtlAwareSerializer;
import org.apache.flink.runtime.state.ttl.TtlStateFactory.TtlSerializerSnapshot;

/**
 * A state as a savepoint in Flink's canonical form describes it.
 *
 * @param operator its uid
 * @param name of the state
 * @param type keyed, timers, operator or broadcast
 * @param ends whether its values have a time to live
 * @param forms what writes its values and their parts
 */
public record SavedState(
    String operator, String name, BackendStateType type, boolean ends, List<String> forms) {

  private static final ClassLoader LOADER = SavedState.class.getClassLoader();

  /** All states of a savepoint, by operator and name. */
  public static List<SavedState> in(Path savepoint) throws IOException {
    try (DataInputStream in =
        new DataInputStream(Files.newInputStream(savepoint.resolve("_metadata")))) {
      TreeSet<SavedState> states = new TreeSet<>(SavedState::compare);
      for (OperatorState operator :
          Checkpoints.loadCheckpointMetadata(in, LOADER, savepoint.toUri().toString())
              .getOperatorStates()) {
        for (OperatorSubtaskState part : operator.getStates()) {
          states.addAll(in(operator.getOperatorUid().orElse(""), part));
        }
      }
      return List.copyOf(states);
    }
  }

  /** The states of one part of an operator. */
  public static List<SavedState> in(String operator, OperatorSubtaskState part) throws IOException {
    List<SavedState> states = new ArrayList<>();
    for (KeyedStateHandle handle : part.getManagedKeyedState()) {
      KeyedBackendSerializationProxy<?> keyed = new KeyedBackendSerializationProxy<>(LOADER);
      try (FSDataInputStream in = ((StreamStateHandle) handle).openInputStream()) {
        keyed.read(new DataInputViewStreamWrapper(in));
      }
      keyed.getStateMetaInfoSnapshots().forEach(meta -> states.add(of(operator, meta)));
    }
    for (OperatorStateHandle handle : part.getManagedOperatorState()) {
      OperatorBackendSerializationProxy own = new OperatorBackendSerializationProxy(LOADER);
      try (FSDataInputStream in = handle.openInputStream()) {
        own.read(new DataInputViewStreamWrapper(in));
      }
      own.getOperatorStateMetaInfoSnapshots().forEach(meta -> states.add(of(operator, meta)));
      own.getBroadcastStateMetaInfoSnapshots().forEach(meta -> states.add(of(operator, meta)));
    }
    return states;
  }

  private static SavedState of(String operator, StateMetaInfoSnapshot meta) {
    List<String> forms = new ArrayList<>();
    boolean ends =
        parts(meta.getTypeSerializerSnapshot(CommonSerializerKeys.VALUE_SERIALIZER), forms);
    return new SavedState(
        operator, meta.getName(), meta.getBackendStateType(), ends, List.copyOf(forms));
  }

  private static boolean parts(TypeSerializerSnapshot<?> snapshot, List<String> into) {
    TypeSerializer<?> serializer = snapshot.restoreSerializer();
    if (serializer instanceof TtlAwareSerializer<?, ?> aware) {
      return parts(aware.getOriginalTypeSerializer().snapshotConfiguration(), into);
    }
    boolean ends = snapshot instanceof TtlSerializerSnapshot;
    if (snapshot instanceof CompositeTypeSerializerSnapshot<?, ?> composite) {
      for (TypeSerializerSnapshot<?> part : composite.getNestedSerializerSnapshots()) {
        ends |= parts(part, into);
      }
    } else {
      into.add(serializer.getClass().getName());
    }
    return ends;
  }

  private static int compare(SavedState a, SavedState b) {
    return (a.operator + ' ' + a.name).compareTo(b.operator + ' ' + b.name);
  }
}
