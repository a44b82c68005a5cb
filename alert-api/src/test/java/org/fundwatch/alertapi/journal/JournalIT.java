package org.fundwatch.alertapi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.journal.Appended.Outcome;
import org.fundwatch.alertapi.journal.Samples.Note;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.embedded.junit.ElasticsearchExtension;
import org.fundwatch.embedded.junit.KafkaExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JournalIT {
  @RegisterExtension static final ElasticsearchExtension SEARCH = new ElasticsearchExtension();
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  private static OpenJournal open;
  private static Journal journal;

  @BeforeAll
  static void open() {
    open = OpenJournal.of(SEARCH, KAFKA, "j");
    journal = open.journal();
  }

  @AfterAll
  static void close() {
    open.close();
  }

  @Test
  void entries_appended_areReadInOrderAndChained() {
    var stream = new StreamId(Kind.CASE, "C1");
    // More than one read takes.
    for (int after = 0; after < 50; after++) {
      journal.append(stream, after, "NOTE", new Note("记录", after), "li");
    }

    var entries = journal.read(stream);

    assertThat(entries).extracting(Entry::sequence).containsExactlyElementsOf(oneTo(50));
    for (int i = 1; i < entries.size(); i++) {
      assertThat(entries.get(i).previousHash()).isEqualTo(entries.get(i - 1).hash());
    }
    assertThat(entries.get(7).body(Note.class)).isEqualTo(new Note("记录", 7));
    assertThat(entries).allMatch(entry -> entry.hash().equals(Chain.hash(entry)));
    assertThat(journal.read(new StreamId(Kind.CASE, "C"))).isEmpty();
  }

  @Test
  void append_afterAnEntryThatIsNotTheLast_isAConflict() {
    var stream = new StreamId(Kind.REPORT, "R1");
    journal.append(stream, 0, "RECEIVED", new Note("一", 1), "li");
    journal.append(stream, 1, "CHANGED", new Note("二", 2), "li");

    assertThatThrownBy(() -> journal.append(stream, 1, "CHANGED", new Note("三", 3), "wang"))
        .isInstanceOf(ConflictException.class)
        .hasMessage("REPORT/R1: entry 1 is no longer the last");
    assertThatThrownBy(() -> journal.append(stream, 7, "CHANGED", new Note("三", 3), "wang"))
        .isInstanceOf(ConflictException.class);
    assertThat(journal.read(stream)).hasSize(2);
  }

  @Test
  void writers_atTheSameTime_oneWinsEachNumber() throws Exception {
    var stream = new StreamId(Kind.ALERT, "A1");
    var threads = Executors.newFixedThreadPool(8);
    try {
      var tasks =
          IntStream.range(0, 8)
              .<Callable<Integer>>mapToObj(i -> () -> appendFive(stream, "user" + i))
              .toList();
      for (var tries : threads.invokeAll(tasks)) {
        assertThat(tries.get()).isGreaterThanOrEqualTo(5);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(journal.read(stream))
        .extracting(Entry::sequence)
        .containsExactlyElementsOf(oneTo(40));
  }

  /** How often it took. */
  private static int appendFive(StreamId stream, String by) {
    int tries = 0;
    for (int done = 0; done < 5; tries++) {
      try {
        journal.append(stream, journal.read(stream).size(), "NOTE", new Note(by, done), by);
        done++;
      } catch (ConflictException e) {
        // Somebody else has that number: once more after theirs.
      }
    }
    return tries;
  }

  @Test
  void drafts_manyAtOnce_goEachForItself() {
    var drafts = new ArrayList<Draft>();
    for (int i = 0; i < 2_500; i++) {
      var kind = i % 2 == 0 ? Kind.DESK : Kind.USER;
      drafts.add(new Draft(new StreamId(kind, "many" + i), 0, "MADE", new Note("", i), "li"));
    }
    journal.append(drafts.get(4));

    var results = journal.appendAll(drafts);

    assertThat(results).extracting(Appended::draft).containsExactlyElementsOf(drafts);
    assertThat(results.get(4).outcome()).isEqualTo(Outcome.CONFLICT);
    assertThat(results.stream().filter(result -> result.entry().isPresent())).hasSize(2_499);
    assertThat(results.get(5).orThrow().stream()).isEqualTo(drafts.get(5).stream());
    assertThat(journal.readAll(Kind.USER, List.of("many1", "many3", "none")).keySet())
        .extracting(StreamId::id)
        .containsExactly("many1", "many3");
    assertThatThrownBy(() -> journal.appendAll(List.of(drafts.get(0), drafts.get(0))))
        .hasMessage("DESK/many0: two drafts at once; append the second after the first");
  }

  private static List<Integer> oneTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }
}
