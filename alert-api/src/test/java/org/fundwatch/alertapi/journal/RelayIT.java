package org.fundwatch.alertapi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.journal.RelayRound.Step;
import org.fundwatch.alertapi.journal.Samples.Note;
import org.fundwatch.embedded.junit.ElasticsearchExtension;
import org.fundwatch.embedded.junit.KafkaExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RelayIT {
  @RegisterExtension static final ElasticsearchExtension SEARCH = new ElasticsearchExtension();
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  /** Remembers how far it was told. */
  static final class Remembering implements Projection {
    private final Map<StreamId, Integer> lengths = new ConcurrentHashMap<>();

    @Override
    public Kind kind() {
      return Kind.CASE;
    }

    @Override
    public void project(StreamId stream, List<Entry> entries) {
      lengths.put(stream, entries.size());
    }
  }

  @Test
  void relay_brokenOffAfterAnyStep_losesNothingAndKeepsTheOrder() throws Exception {
    var random = new SplittableRandom(7);
    try (var open = OpenJournal.of(SEARCH, KAFKA, "kills", Remembering.class)) {
      var lengths = new HashMap<StreamId, Integer>();
      for (int time = 0; time < 8; time++) {
        for (var step : Step.values()) {
          append(open.journal(), lengths, random);
          brokenOff(open, step);
          append(open.journal(), lengths, random);
        }
      }
      unbroken(open);

      assertThat(published(open)).isEqualTo(lengths);
      assertThat(open.get(Outbox.class).waiting().count()).isZero();
      assertThat(open.get(Remembering.class).lengths)
          .containsAllEntriesOf(
              lengths.entrySet().stream()
                  .filter(stream -> stream.getKey().kind() == Kind.CASE)
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
      var verdict = open.get(JournalVerifier.class).verify(List.of(Kind.CASE, Kind.ALERT), null);
      assertThat(verdict.faults()).isEmpty();
      assertThat(verdict.streams()).isEqualTo(lengths.size());
    }
  }

  @Test
  void journal_tamperedWith_isFoundByTheVerifier() throws Exception {
    try (var open = OpenJournal.of(SEARCH, KAFKA, "tamper")) {
      var journal = open.journal();
      for (var id : List.of("C1", "C2", "C3")) {
        for (int after = 0; after < 3; after++) {
          journal.append(new StreamId(Kind.CASE, id), after, "NOTE", new Note(id, after), "li");
        }
      }
      unbroken(open);
      var verifier = open.get(JournalVerifier.class);
      assertThat(verifier.verify(List.of(Kind.CASE), null))
          .isEqualTo(new Verdict(3, 9, 0, List.of()));

      var client = open.get(ElasticsearchClient.class);
      var index = open.index(Kind.CASE);
      client.update(
          update -> update.index(index).id("C1-2").doc(Map.of("by", "wang")), Object.class);
      client.delete(delete -> delete.index(index).id("C2-3"));
      for (int sequence = 1; sequence <= 3; sequence++) {
        int number = sequence;
        client.delete(delete -> delete.index(index).id("C3-" + number));
      }

      assertThat(verifier.verify(List.of(Kind.CASE), null).faults())
          .containsExactlyInAnyOrder(
              new StreamFault("CASE/C1", 2, "changed: its hash is another"),
              new StreamFault("CASE/C2", 3, "missing; its head knows it"),
              new StreamFault("CASE/C2", 3, "missing; the topic knows it"),
              new StreamFault("CASE/C3", 3, "missing; its head knows it"),
              new StreamFault("CASE/C3", 3, "missing; the topic knows it"));
      assertThat(verifier.verify(List.of(Kind.CASE), "C1").faultCount()).isEqualTo(1);
    }
  }

  @Test
  void entry_thatNoneOfUsWrote_isNotPublished() throws Exception {
    try (var open = OpenJournal.of(SEARCH, KAFKA, "forged")) {
      var stream = new StreamId(Kind.USER, "li");
      var real = open.journal().append(stream, 0, "MADE", new Note("", 0), "admin");
      unbroken(open);
      var link =
          Chain.link(
              new Draft(stream, 1, "ROLE", new Note("admin", 0), "admin"), real.hash(), 1_000);
      var forged = EntryDocument.of(link, "0".repeat(64), "");
      open.node().create(open.index(Kind.USER), forged.id(), forged);
      unbroken(open);

      assertThat(published(open)).containsExactly(Map.entry(stream, 1));
      assertThat(open.get(JournalVerifier.class).verify(List.of(Kind.USER), null).faults())
          .containsExactly(new StreamFault("USER/li", 2, "its seal does not hold"));
    }
  }

  private static void append(
      Journal journal, Map<StreamId, Integer> lengths, SplittableRandom random) {
    for (int i = 0; i < 3; i++) {
      var kind = random.nextBoolean() ? Kind.CASE : Kind.ALERT;
      var stream = new StreamId(kind, "S" + random.nextInt(4));
      int after = lengths.getOrDefault(stream, 0);
      journal.append(stream, after, "NOTE", new Note("记录", after), "li");
      lengths.put(stream, after + 1);
    }
  }

  private static void brokenOff(OpenJournal open, Step at) {
    try (var publisher = new Publisher(open.get(JournalTopics.class), () -> {})) {
      assertThatThrownBy(
              () ->
                  open.get(RelayRound.class)
                      .run(
                          publisher,
                          step -> {
                            if (step == at) {
                              throw new IllegalStateException("killed after " + step);
                            }
                          }))
          .hasMessage("killed after " + at);
    }
  }

  private static void unbroken(OpenJournal open) throws InterruptedException {
    try (var publisher = new Publisher(open.get(JournalTopics.class), () -> {})) {
      while (open.get(RelayRound.class).run(publisher, step -> {}) > 0) {
        // Until nothing waits.
      }
    }
  }

  /** What a reader who drops what it knows has seen of each stream. */
  private static Map<StreamId, Integer> published(OpenJournal open) {
    var seen = new HashMap<StreamId, Integer>();
    var outOfOrder = new ArrayList<String>();
    for (var kind : Kind.values()) {
      open.get(TopicReader.class)
          .read(
              kind,
              entry -> {
                int known = seen.getOrDefault(entry.streamId(), 0);
                if (entry.sequence() > known + 1) {
                  outOfOrder.add(entry.id());
                } else if (entry.sequence() == known + 1) {
                  seen.put(entry.streamId(), entry.sequence());
                }
              });
    }
    assertThat(outOfOrder).isEmpty();
    return seen;
  }
}
