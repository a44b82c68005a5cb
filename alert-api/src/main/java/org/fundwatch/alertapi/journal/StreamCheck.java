package org.fundwatch.alertapi.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a stream is as it was written. Entries hold on to each other by their hashes and are
 * sealed one by one; the head, kept apart, says where the stream ends; so does the topic.
 */
final class StreamCheck {
  private final Seals seals;

  StreamCheck(Seals seals) {
    this.seals = seals;
  }

  /**
   * Where a stream ends on its topic.
   *
   * @param sequence of the last entry
   * @param hash of that entry, which stands for all before it
   */
  record End(int sequence, String hash) {}

  /**
   * Everything that is wrong.
   *
   * @param entries as they are stored, ordered by sequence; can be none
   * @param head as it is stored, null for none
   * @param end on the topic, null when the topic holds nothing of the stream
   */
  List<StreamFault> faults(
      StreamId stream, List<EntryDocument> entries, @Nullable Head head, @Nullable End end) {
    var faults = new Faults(stream);
    chain(entries, faults);
    boolean relayed = entries.stream().anyMatch(EntryDocument::relayed);
    if (head != null) {
      head(entries, head, faults);
    } else if (relayed) {
      faults.add(0, "its head is missing");
    }
    if (end != null) {
      end(entries, end, faults);
    } else if (relayed) {
      faults.add(0, "nothing of it on the topic");
    }
    return faults.found;
  }

  private void chain(List<EntryDocument> entries, Faults faults) {
    var previousHash = Chain.BEGINNING;
    int expected = 1;
    boolean waiting = false;
    for (var document : entries) {
      var entry = document.entry();
      if (!entry.stream().equals(faults.stream)) {
        faults.add(entry.sequence(), "belongs to another stream");
      }
      if (entry.sequence() != expected) {
        faults.add(entry.sequence(), "entry %d is expected here".formatted(expected));
      }
      if (!entry.previousHash().equals(previousHash)) {
        faults.add(entry.sequence(), "does not follow the entry before");
      }
      if (!entry.hash().equals(Chain.hash(entry))) {
        faults.add(entry.sequence(), "changed: its hash is another");
      }
      if (!seals.holds(document)) {
        faults.add(entry.sequence(), "its seal does not hold");
      }
      if (waiting && document.relayed()) {
        faults.add(entry.sequence(), "said to be on the topic before the one that it follows");
      }
      waiting |= !document.relayed();
      previousHash = entry.hash();
      expected = entry.sequence() + 1;
    }
  }

  private void head(List<EntryDocument> entries, Head head, Faults faults) {
    if (!seals.holds(head)) {
      faults.add(head.sequence(), "the seal of its head does not hold");
    }
    if (!head.streamId().equals(faults.stream)) {
      faults.add(head.sequence(), "has the head of another stream");
    }
    var last = entries.stream().filter(EntryDocument::relayed).reduce((a, b) -> b);
    // The relay seals the head before it notes the entries: the head can be further.
    if (last.isPresent() && last.get().sequence() > head.sequence()) {
      faults.add(last.get().sequence(), "beyond its head, entry %d".formatted(head.sequence()));
    }
    reaches(entries, head.sequence(), head.hash(), "its head", faults);
  }

  private static void end(List<EntryDocument> entries, End end, Faults faults) {
    var last = entries.stream().filter(EntryDocument::relayed).reduce((a, b) -> b);
    if (last.isPresent() && last.get().sequence() > end.sequence()) {
      faults.add(
          last.get().sequence(), "not on the topic, which ends with %d".formatted(end.sequence()));
    }
    reaches(entries, end.sequence(), end.hash(), "the topic", faults);
  }

  private static void reaches(
      List<EntryDocument> entries, int sequence, String hash, String where, Faults faults) {
    var there = entries.stream().filter(entry -> entry.sequence() == sequence).findFirst();
    if (there.isEmpty()) {
      faults.add(sequence, "missing; %s knows it".formatted(where));
    } else if (!there.get().hash().equals(hash)) {
      faults.add(sequence, "another than %s knows".formatted(where));
    }
  }

  /** Collects. */
  private static final class Faults {
    private final StreamId stream;
    private final List<StreamFault> found = new ArrayList<>();

    Faults(StreamId stream) {
      this.stream = stream;
    }

    void add(int sequence, String what) {
      found.add(new StreamFault(stream.toString(), sequence, what));
    }
  }
}
