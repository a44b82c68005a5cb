package org.fundwatch.standalone.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AckWindowTest {

  @Test
  void acknowledged_gap_countsOnlyUpToIt() throws Exception {
    AckWindow window = new AckWindow(100, 4);
    long first = window.take();
    long second = window.take();

    window.acknowledge(second);
    assertThat(window.acknowledged()).isEqualTo(100);
    window.acknowledge(first);
    assertThat(window.acknowledged()).isEqualTo(102);
  }

  @Test
  void take_fullWindow_waitsForAnAcknowledgement() throws Exception {
    AckWindow window = new AckWindow(0, 2);
    long first = window.take();
    window.take();
    CompletableFuture<Long> third =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return window.take();
              } catch (InterruptedException | SendException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(third).isNotDone();

    window.acknowledge(first);

    assertThat(third.get(10, SECONDS)).isEqualTo(2);
  }

  @Test
  void take_afterFailure_tells() throws Exception {
    AckWindow window = new AckWindow(0, 2);
    window.take();

    window.fail(new IllegalStateException("too old"));

    assertThatThrownBy(window::take).isInstanceOf(SendException.class).hasMessage("too old");
    assertThatThrownBy(window::awaitAll).isInstanceOf(SendException.class);
  }
}
