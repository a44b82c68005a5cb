package org.fundwatch.alertapi.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Kept for ten times what it took, when it took more than 100 ms. */
final class KeptTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final Kept<String, Integer> kept = new Kept<>(2, Duration.ofMillis(100), 10, nanos::get);

  @Test
  void get_quick_isAskedEachTime() {
    assertThat(get("a", 100)).isEqualTo(1);
    assertThat(get("a", 100)).isEqualTo(2);
  }

  @Test
  void get_slow_isKeptForAMultipleOfWhatItTook() {
    assertThat(get("a", 200)).isEqualTo(1);
    pass(1_999);
    assertThat(get("a", 200)).isEqualTo(1);
    pass(1);
    assertThat(get("a", 200)).isEqualTo(2);
  }

  @Test
  void get_moreThanFit_forgetsWhatWasAskedForLongestAgo() {
    get("a", 200);
    get("b", 200);
    get("a", 200);
    get("c", 200);

    assertThat(get("a", 200)).isEqualTo(1);
    assertThat(get("b", 200)).isEqualTo(4);
  }

  @Test
  void get_failing_failsAndIsAskedAgain() {
    assertThatThrownBy(
            () ->
                kept.get(
                    "a",
                    () -> {
                      throw new IllegalStateException("away");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("away");
    assertThat(get("a", 1)).isEqualTo(1);
  }

  @Test
  void get_byManyAtOnce_isAskedOnce() throws Exception {
    var began = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(8);
    try {
      var answers = new ArrayList<Future<Integer>>();
      answers.add(
          threads.submit(
              () ->
                  kept.get(
                      "a",
                      () -> {
                        began.countDown();
                        await(go);
                        pass(200);
                        return asked.incrementAndGet();
                      })));
      await(began);
      for (int i = 0; i < 7; i++) {
        answers.add(threads.submit(() -> get("a", 200)));
      }
      go.countDown();
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(1);
      }
    } finally {
      threads.shutdown();
    }
  }

  private int get(String key, long millis) {
    return kept.get(
        key,
        () -> {
          pass(millis);
          return asked.incrementAndGet();
        });
  }

  private void pass(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
