package org.fundwatch.alertapi.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedRefreshTest {
  private static final int MANY = 20;

  private final AtomicInteger refreshes = new AtomicInteger();

  @Test
  void await_oneAfterTheOther_refreshesEachTime() {
    var shared = new SharedRefresh(index -> refreshes.incrementAndGet());

    shared.await("alerts");
    shared.await("alerts");
    shared.await("cases");

    assertThat(refreshes).hasValue(3);
  }

  @Test
  void await_manyDuringARefresh_shareTheNext() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var shared =
        new SharedRefresh(
            index -> {
              refreshes.incrementAndGet();
              begun.countDown();
              awaitQuietly(go);
            });
    var first = new Thread(() -> shared.await("alerts"));
    first.start();
    begun.await();
    List<Thread> others =
        IntStream.range(0, MANY).mapToObj(i -> new Thread(() -> shared.await("alerts"))).toList();
    others.forEach(Thread::start);
    others.forEach(SharedRefreshTest::awaitWaiting);
    go.countDown();
    first.join();
    for (var other : others) {
      other.join();
    }

    assertThat(refreshes).hasValue(2);
  }

  @Test
  void await_refreshFails_isThrownAndTriedAnewByTheNext() {
    var shared =
        new SharedRefresh(
            index -> {
              if (refreshes.incrementAndGet() == 1) {
                throw new SearchUnavailableException("away", null);
              }
            });

    assertThatThrownBy(() -> shared.await("alerts")).isInstanceOf(SearchUnavailableException.class);
    CompletableFuture.runAsync(() -> shared.await("alerts")).join();
    assertThat(refreshes).hasValue(2);
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
