package org.fundwatch.benchmarks.state;

import java.util.List;
import org.fundwatch.benchmarks.report.Table;

/**
 * Bytes that the job keeps after a simulated year.
 *
 * @param persons insured people of the simulation
 * @param settlements sent
 * @param lines of their fee lines, together
 * @param states keyed states, by operator and name
 * @param checkpointBytes of the last checkpoint, compressed as it lies on disk
 * @param checkpoints taken while settlements came
 * @param incrementBytes written for all of them together
 */
public record StateFigures(
    int persons,
    long settlements,
    long lines,
    List<StateBytes> states,
    long checkpointBytes,
    int checkpoints,
    long incrementBytes) {

  public StateFigures {
    states = List.copyOf(states);
  }

  /** Of all keyed states, before compression. */
  public long bytes() {
    return states.stream().mapToLong(StateBytes::bytes).sum();
  }

  /** What a settlement leaves behind in all states, before compression. */
  public double bytesPerSettlement() {
    return (double) bytes() / (double) settlements;
  }

  /** Share of the bytes that is left on disk. */
  public double compression() {
    return (double) checkpointBytes / (double) bytes();
  }

  /** How often a byte of the last checkpoint was written to checkpoints, compactions included. */
  public double writtenPerByteKept() {
    return (double) incrementBytes / (double) checkpointBytes;
  }

  /** The figures as a table in Markdown. */
  public String text() {
    Table table =
        new Table(
            "operator: state",
            "keys",
            "entries",
            "bytes an entry",
            "bytes a key",
            "bytes a settlement sent",
            "share");
    for (StateBytes state : states) {
      table.row(
          state.operator() + ": " + state.state(),
          Table.number((double) state.keys(), 0),
          Table.number((double) state.entries(), 0),
          Table.number(state.perEntry(), 0),
          Table.number(state.perKey(), 0),
          Table.number((double) state.bytes() / (double) settlements, 1),
          Table.percent((double) state.bytes() / (double) bytes()));
    }
    return """
        %,d settlements with %.1f fee lines each on average, of %,d people, a year of calibrated life. Bytes are those of keys and values before compression.

        %s
        All keyed state: %,d bytes, %,.0f a settlement. The last checkpoint holds %,d bytes, %.2f of that: RocksDB compresses. \
        %,d incremental checkpoints wrote %,d bytes, %.1f times what the last one holds; it includes what compactions wrote anew.
        """
        .formatted(
            settlements,
            (double) lines / (double) settlements,
            persons,
            table,
            bytes(),
            bytesPerSettlement(),
            checkpointBytes,
            compression(),
            checkpoints,
            incrementBytes,
            writtenPerByteKept());
  }
}
