package org.fundwatch.alertapi.journal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.fundwatch.alertapi.journal.Samples.Note;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.testing.MovedClock;
import org.fundwatch.embedded.junit.ElasticsearchExtension;
import org.fundwatch.embedded.junit.KafkaExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RequestKeysIT {
  @RegisterExtension static final ElasticsearchExtension SEARCH = new ElasticsearchExtension();
  @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

  private static final IdempotencyKey KEY = new IdempotencyKey("k", "POST /api/v1/views");
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static OpenJournal open;
  private static Journal journal;

  @BeforeAll
  static void open() {
    open = OpenJournal.of(SEARCH, KAFKA, "k");
    journal = open.journal();
  }

  @AfterAll
  static void close() {
    open.close();
  }

  @Test
  void creation_withAKey_happensOnce() {
    var keys = open.get(RequestKeys.class);
    var request = new Note("视图", 1);
    var calls = new ArrayList<String>();

    var first = keys.once(Kind.DESK, "li", KEY, request, key -> create("view-1", key, calls));
    var again = keys.once(Kind.DESK, "li", KEY, request, key -> create("view-2", key, calls));
    var other = keys.once(Kind.DESK, "wang", KEY, request, key -> create("view-3", key, calls));

    assertThat(List.of(first, again, other)).containsExactly("view-1", "view-1", "view-3");
    assertThat(calls).hasSize(2);
    assertThatThrownBy(() -> keys.once(Kind.DESK, "li", KEY, new Note("另", 2), key -> key))
        .hasMessage("Idempotency-Key: used before for another request; take a new one");
  }

  @Test
  void creation_whoseMakerDied_isFoundAgain() {
    var keys = open.get(RequestKeys.class);
    var request = new Note("视图", 9);
    assertThatThrownBy(
            () ->
                keys.once(
                    Kind.DESK,
                    "zhao",
                    KEY,
                    request,
                    key -> {
                      create("view-9", key, new ArrayList<>());
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");

    assertThat(keys.once(Kind.DESK, "zhao", KEY, request, key -> "another")).isEqualTo("view-9");
  }

  @Test
  void creation_underWayElsewhere_isWaitedFor() throws Exception {
    var here = open.get(RequestKeys.class);
    var request = new Note("视图", 3);
    var begun = new CountDownLatch(1);
    var waitedFor = new CountDownLatch(2);
    var first =
        CompletableFuture.supplyAsync(
            () ->
                here.once(
                    Kind.DESK,
                    "sun",
                    KEY,
                    request,
                    key -> {
                      begun.countDown();
                      awaited(waitedFor);
                      return create("view-sun", key, new ArrayList<>());
                    }));
    assertThat(begun.await(20, SECONDS)).isTrue();

    // Looks at the time whenever it finds the first one still at it.
    var elsewhere = elsewhere(clock(waitedFor));
    var second = elsewhere.once(Kind.DESK, "sun", KEY, request, key -> "another");

    assertThat(second).isEqualTo("view-sun").isEqualTo(first.get(20, SECONDS));
  }

  @Test
  void creation_brokenOff_isTakenUpAfterItsLease() {
    var request = new Note("视图", 4);
    assertThatThrownBy(
            () ->
                open.get(RequestKeys.class)
                    .once(
                        Kind.DESK,
                        "chen",
                        KEY,
                        request,
                        key -> {
                          throw new IllegalStateException("killed");
                        }))
        .hasMessage("killed");
    var later = new MovedClock();
    later.ahead(LEASE);

    var made =
        elsewhere(later)
            .once(
                Kind.DESK,
                "chen",
                KEY,
                request,
                key -> create("view-chen", key, new ArrayList<>()));

    assertThat(made).isEqualTo("view-chen");
  }

  @Test
  void keys_lost_areFoundInTheJournal() {
    var keys = open.get(RequestKeys.class);
    var request = new Note("视图", 5);
    var calls = new ArrayList<String>();
    keys.once(Kind.DESK, "wu", KEY, request, key -> create("view-wu", key, calls));
    var id = calls.get(0).substring(0, calls.get(0).indexOf(':'));
    for (int round = 0; round < 2; round++) {
      open.node().delete(open.get(Indices.class).alias(Indices.Name.REQUEST_KEYS), id);
      open.node().refresh(open.index(Kind.DESK));
      if (round == 0) {
        assertThat(keys.once(Kind.DESK, "wu", KEY, request, key -> "another")).isEqualTo("view-wu");
      } else {
        assertThatThrownBy(
                () -> keys.once(Kind.DESK, "wu", KEY, new Note("另", 2), key -> "another"))
            .isInstanceOf(ProblemException.class)
            .hasMessage("Idempotency-Key: used before for another request; take a new one");
      }
    }
  }

  private static RequestKeys elsewhere(Clock clock) {
    return new RequestKeys(
        open.node(), open.get(Indices.class), journal, clock, open.get(JournalSettings.class));
  }

  /** One that counts how often it is looked at. */
  private static Clock clock(CountDownLatch looks) {
    return new Clock() {
      @Override
      public java.time.ZoneId getZone() {
        return java.time.ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public java.time.Instant instant() {
        looks.countDown();
        return Clock.systemUTC().instant();
      }
    };
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String create(String id, String key, List<String> calls) {
    calls.add(key);
    journal.append(new Draft(new StreamId(Kind.DESK, id), 0, "MADE", new Note(id, 0), "li", key));
    return id;
  }
}
