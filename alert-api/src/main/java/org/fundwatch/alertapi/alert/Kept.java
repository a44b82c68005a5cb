package org.fundwatch.alertapi.alert;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are expensive, each kept for a multiple of the time it took; who asks for one that
 * somebody else is getting waits for that. Quick answers are not kept. Thread-safe.
 */
final class Kept<K, V> {
  private final Map<K, Answer<V>> answers;
  private final long quickNanos;
  private final int factor;
  private final LongSupplier nanos;

  /**
   * @param most answers kept; the one that was asked for longest ago goes first
   * @param quick what takes no longer is asked for anew each time
   * @param factor times what an answer took, so long it is kept
   */
  Kept(int most, Duration quick, int factor) {
    this(most, quick, factor, System::nanoTime);
  }

  Kept(int most, Duration quick, int factor, LongSupplier nanos) {
    this.quickNanos = quick.toNanos();
    this.factor = factor;
    this.nanos = nanos;
    this.answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Answer<V>> eldest) {
            return size() > most;
          }
        };
  }

  V get(K key, Supplier<V> ask) {
    var mine = new Answer<V>(nanos.getAsLong());
    var answer = known(key, mine);
    if (answer == mine) {
      mine.ask(ask);
    }
    return answer.value();
  }

  private synchronized Answer<V> known(K key, Answer<V> mine) {
    var known = answers.get(key);
    if (known != null && known.isGood()) {
      return known;
    }
    answers.put(key, mine);
    return mine;
  }

  private final class Answer<A> {
    private final CompletableFuture<A> value = new CompletableFuture<>();
    private final long began;
    private volatile @Nullable Long until;

    private Answer(long began) {
      this.began = began;
    }

    private void ask(Supplier<A> ask) {
      try {
        var answered = ask.get();
        long took = nanos.getAsLong() - began;
        until = nanos.getAsLong() + (took <= quickNanos ? 0 : factor * took);
        value.complete(answered);
      } catch (RuntimeException | Error e) {
        until = nanos.getAsLong();
        value.completeExceptionally(e);
      }
    }

    /** True while it is being got, and as long as it is kept. */
    private boolean isGood() {
      var end = until;
      return end == null || nanos.getAsLong() - end < 0;
    }

    private A value() {
      try {
        return value.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw e;
      }
    }
  }
}
