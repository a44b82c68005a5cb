package org.fundwatch.alertapi.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fundwatch.alertapi.triage.Together.Asked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TogetherTest {
  private final ExecutorService askers = Executors.newCachedThreadPool();
  private final List<Integer> lots = Collections.synchronizedList(new ArrayList<>());
  private final Set<Thread> asking = ConcurrentHashMap.newKeySet();
  private final CountDownLatch served = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Together<Integer, Integer> doubling = new Together<>(this::serve);

  @AfterEach
  void end() {
    askers.shutdownNow();
  }

  @Test
  void ask_whileOthersAreServed_isServedWithAllWhoCame() throws Exception {
    var first = ask(1);
    served.await();
    var others = List.of(ask(2), ask(3), ask(4));
    await()
        .until(
            () ->
                asking.stream().filter(one -> one.getState() == Thread.State.WAITING).count() == 4);
    goOn.countDown();

    assertThat(first.get()).isEqualTo(2);
    assertThat(others.get(0).get()).isEqualTo(4);
    assertThat(others.get(1).get()).isEqualTo(6);
    assertThat(others.get(2).get()).isEqualTo(8);
    assertThat(lots).containsExactly(1, 3);
  }

  @Test
  void ask_servingFails_isToldSoAndTheNextIsServed() {
    goOn.countDown();

    assertThatThrownBy(() -> doubling.ask(-1)).hasMessage("negative");
    assertThat(doubling.ask(5)).isEqualTo(10);
  }

  private Future<Integer> ask(int what) {
    return askers.submit(
        () -> {
          asking.add(Thread.currentThread());
          return doubling.ask(what);
        });
  }

  private void serve(List<Asked<Integer, Integer>> lot) {
    lots.add(lot.size());
    served.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (var one : lot) {
      if (one.what() < 0) {
        throw new IllegalArgumentException("negative");
      }
      one.answer(2 * one.what());
    }
  }
}
