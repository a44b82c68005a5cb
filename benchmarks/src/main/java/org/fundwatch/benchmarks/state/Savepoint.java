package org.fundwatch.benchmarks.state;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.StateSerializerProvider;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;
import org.apache.flink.runtime.state.restore.FullSnapshotRestoreOperation;
import org.apache.flink.runtime.state.restore.KeyGroup;
import org.apache.flink.runtime.state.restore.KeyGroupEntry;
import org.apache.flink.runtime.state.restore.SavepointRestoreResult;
import org.apache.flink.runtime.state.restore.ThrowingIterator;
import org.apache.flink.util.StateMigrationException;

/** Reads a savepoint in Flink's canonical form entry by entry, and sizes of checkpoints. */
final class Savepoint {

  private static final ClassLoader LOADER = Savepoint.class.getClassLoader();
  private static final String METADATA = "_metadata";
  // One byte of key group comes before each key, as long as there are no more than 128 groups.
  private static final int PREFIX = 1;

  private Savepoint() {}

  /** All keyed states by operator and name; keys are texts. */
  static List<StateBytes> states(Path savepoint) throws IOException, StateMigrationException {
    SortedMap<String, StateBytes> states = new TreeMap<>();
    for (OperatorState operator : metadata(savepoint).getOperatorStates()) {
      String uid = operator.getOperatorUid().orElse(operator.getOperatorID().toHexString());
      for (OperatorSubtaskState part : operator.getStates()) {
        for (KeyedStateHandle handle : part.getManagedKeyedState()) {
          for (StateBytes found : read(uid, handle)) {
            states.merge(uid + ' ' + found.state(), found, StateBytes::plus);
          }
        }
      }
    }
    return List.copyOf(states.values());
  }

  /** What a checkpoint holds, and how much of that was written for it and not for one before. */
  static Checkpoint checkpoint(Path folder) throws IOException {
    long full = 0;
    long written = 0;
    for (OperatorState operator : metadata(folder).getOperatorStates()) {
      full += operator.getStateSize();
      written += operator.getCheckpointedSize();
    }
    return new Checkpoint(full, written);
  }

  private static CheckpointMetadata metadata(Path folder) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve(METADATA)))) {
      return Checkpoints.loadCheckpointMetadata(in, LOADER, folder.toUri().toString());
    }
  }

  private static List<StateBytes> read(String operator, KeyedStateHandle handle)
      throws IOException, StateMigrationException {
    List<StateBytes> states = new ArrayList<>();
    var restore =
        new FullSnapshotRestoreOperation<>(
            handle.getKeyGroupRange(),
            LOADER,
            List.of(handle),
            StateSerializerProvider.fromNewRegisteredSerializer(StringSerializer.INSTANCE));
    try (ThrowingIterator<SavepointRestoreResult> parts = restore.restore()) {
      while (parts.hasNext()) {
        states.addAll(read(operator, parts.next()));
      }
    }
    return states;
  }

  private static List<StateBytes> read(String operator, SavepointRestoreResult part)
      throws IOException, StateMigrationException {
    List<StateMetaInfoSnapshot> metas = part.getStateMetaInfoSnapshots();
    Count[] counts = new Count[metas.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new Count();
    }
    try (ThrowingIterator<KeyGroup> groups = part.getRestoredKeyGroups()) {
      while (groups.hasNext()) {
        try (ThrowingIterator<KeyGroupEntry> entries = groups.next().getKeyGroupEntries()) {
          while (entries.hasNext()) {
            KeyGroupEntry entry = entries.next();
            counts[entry.getKvStateId()].add(entry);
          }
        }
      }
    }
    List<StateBytes> states = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (metas.get(i).getBackendStateType() == BackendStateType.KEY_VALUE) {
        states.add(counts[i].of(operator, metas.get(i).getName()));
      }
    }
    return states;
  }

  /**
   * A checkpoint's size.
   *
   * @param bytes of all that it holds
   * @param written of what is new in it
   */
  record Checkpoint(long bytes, long written) {}

  /** Entries of one state; they come key by key. */
  private static final class Count {
    private String last = "";
    private long keys;
    private long entries;
    private long keyBytes;
    private long valueBytes;

    void add(KeyGroupEntry entry) throws IOException {
      DataInputDeserializer in = new DataInputDeserializer(entry.getKey());
      in.skipBytesToRead(PREFIX);
      String key = StringSerializer.INSTANCE.deserialize(in);
      if (entries == 0 || !key.equals(last)) {
        keys++;
        last = key;
      }
      entries++;
      keyBytes += entry.getKey().length;
      valueBytes += entry.getValue().length;
    }

    StateBytes of(String operator, String state) {
      return new StateBytes(operator, state, keys, entries, keyBytes, valueBytes);
    }
  }
}
