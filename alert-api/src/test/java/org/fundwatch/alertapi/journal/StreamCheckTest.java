package org.fundwatch.alertapi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.journal.Mutation.Books;
import org.fundwatch.alertapi.journal.StreamCheck.End;
import org.junit.jupiter.api.Test;

final class StreamCheckTest {
  private static final long SEED = 20_261_122;
  private static final int JOURNALS = 1_000;
  private static final int MUTATIONS = 20_000;
  private static final List<Mutation> ALL = List.of(Mutation.values());
  private static final int STREAMS = 4;
  private static final int LONGEST = 9;

  private final StreamCheck check = new StreamCheck(Samples.SEALS);

  @Test
  void journals_asTheyWereWritten_haveNoFaults() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < JOURNALS; i++) {
      var books = books(random);

      assertThat(faults(books, ends(books))).isEmpty();
    }
  }

  @Test
  void mutations_atRandom_areAllFound() {
    var random = new SplittableRandom(SEED);
    var made = new EnumMap<Mutation, Integer>(Mutation.class);
    for (int i = 0; i < MUTATIONS; i++) {
      var mutation = ALL.get(random.nextInt(ALL.size()));
      var books = books(random);
      var ends = ends(books);
      var before = books.copy();
      mutation.apply(books, random);
      if (books.equals(before)) {
        continue; // such as two equal values exchanged: nothing was changed
      }
      made.merge(mutation, 1, Integer::sum);

      assertThat(faults(books, ends)).as("seed %d, number %d, %s", SEED, i, mutation).isNotEmpty();
    }
    assertThat(made.values().stream().mapToInt(count -> count).sum()).isGreaterThan(10_000);
    assertThat(made.keySet()).containsExactlyInAnyOrder(Mutation.values());
  }

  @Test
  void truncation_withAnEarlierHead_isFoundByTheTopicAlone() {
    var stream = new StreamId(Kind.CASE, "C1");
    var entries = Samples.stream(stream, 3);
    var two = entries.subList(0, 2);
    var head = Samples.SEALS.head(two.get(1).entry());

    assertThat(check.faults(stream, two, head, end(two))).isEmpty();
    assertThat(check.faults(stream, two, head, end(entries)))
        .containsExactly(new StreamFault("CASE/C1", 3, "missing; the topic knows it"));
  }

  @Test
  void truncation_withItsHead_isFoundByTheHead() {
    var stream = new StreamId(Kind.CASE, "C1");
    var entries = Samples.stream(stream, 3);
    var two = entries.subList(0, 2);
    var head = Samples.SEALS.head(entries.get(2).entry());

    assertThat(check.faults(stream, two, head, null))
        .contains(new StreamFault("CASE/C1", 3, "missing; its head knows it"));
  }

  @Test
  void entries_thatWait_areNoFault() {
    var stream = new StreamId(Kind.CASE, "C1");
    var entries = Samples.stream(stream, 3);
    var last = entries.get(2).entry();
    var waiting =
        List.of(
            entries.get(0), entries.get(1), EntryDocument.of(last, Samples.SEALS.entry(last), ""));
    var head = Samples.SEALS.head(entries.get(1).entry());

    assertThat(check.faults(stream, waiting, head, end(entries.subList(0, 2)))).isEmpty();
    assertThat(check.faults(stream, waiting.subList(2, 3), null, null))
        .extracting(StreamFault::found)
        .containsExactly("entry 1 is expected here", "does not follow the entry before");
  }

  private static Books books(SplittableRandom random) {
    var entries = new ArrayList<EntryDocument>();
    var heads = new HashMap<StreamId, Head>();
    for (int number : IntStream.range(0, STREAMS).toArray()) {
      var kind = number % 2 == 0 ? Kind.CASE : Kind.ALERT;
      var stream = Samples.stream(new StreamId(kind, "S" + number), 1 + random.nextInt(LONGEST));
      entries.addAll(stream);
      var head = Samples.SEALS.head(stream.get(stream.size() - 1).entry());
      heads.put(head.streamId(), head);
    }
    return new Books(entries, heads);
  }

  /** As the verifier goes about it: by what the documents say they belong to. */
  private List<StreamFault> faults(Books books, Map<StreamId, End> ends) {
    var streams = new HashMap<StreamId, List<EntryDocument>>();
    for (var entry : books.entries()) {
      streams.computeIfAbsent(entry.streamId(), id -> new ArrayList<>()).add(entry);
    }
    var all = new LinkedHashSet<>(streams.keySet());
    all.addAll(books.heads().keySet());
    all.addAll(ends.keySet());
    var faults = new ArrayList<StreamFault>();
    for (var stream : all) {
      var entries = new ArrayList<>(streams.getOrDefault(stream, List.of()));
      entries.sort(Comparator.comparingInt(EntryDocument::sequence));
      faults.addAll(check.faults(stream, entries, books.heads().get(stream), ends.get(stream)));
    }
    return faults;
  }

  private static Map<StreamId, End> ends(Books books) {
    var ends = new HashMap<StreamId, End>();
    for (var entry : books.entries()) {
      ends.merge(
          entry.streamId(),
          new End(entry.sequence(), entry.hash()),
          (one, other) -> one.sequence() > other.sequence() ? one : other);
    }
    return ends;
  }

  private static End end(List<EntryDocument> entries) {
    var last = entries.get(entries.size() - 1);
    return new End(last.sequence(), last.hash());
  }
}
