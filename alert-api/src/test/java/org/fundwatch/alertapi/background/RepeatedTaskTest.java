package org.fundwatch.alertapi.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RepeatedTaskTest {
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<RuntimeException> faults = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();
  private final RepeatedTask task =
      new RepeatedTask("repeated", Duration.ofMillis(1)) {
        @Override
        protected void once() {
          threads.add(Thread.currentThread().getName());
          var fault = faults.poll();
          if (fault != null) {
            throw fault;
          }
        }
      };

  @AfterEach
  void stop() {
    task.stop();
  }

  @Test
  void once_failing_isTriedAgain() throws Exception {
    faults.add(new SearchUnavailableException("away", null));
    faults.add(new IllegalStateException("a fault of our own"));

    task.start();

    assertThat(next()).isEqualTo("repeated");
    assertThat(next()).isEqualTo("repeated");
    assertThat(next()).isEqualTo("repeated");
    assertThat(faults).isEmpty();
  }

  @Test
  void task_stopped_runsNoMoreAndCanBeginAgain() throws Exception {
    task.start();
    assertThat(next()).isNotNull();
    task.stop();
    assertThat(task.isRunning()).isFalse();

    task.start();

    assertThat(task.isRunning()).isTrue();
    assertThat(next()).isNotNull();
  }

  private @Nullable String next() throws InterruptedException {
    return threads.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
