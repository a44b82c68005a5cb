package org.fundwatch.benchmarks.desk;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.fundwatch.benchmarks.desk.DeskFigures.Load;
import org.fundwatch.benchmarks.machine.Cost;
import org.fundwatch.benchmarks.report.Figures;

/**
 * Sends requests when they are due, whether or not earlier ones have been answered, and counts from
 * the moment at which each was due: a server that is slow for a second is slow for all that were
 * due in it.
 *
 * @param name what is asked for
 * @param batch requests that are due at the same instant
 * @param everyNanos from one batch to the next
 */
record OpenLoop(String name, int batch, long everyNanos) {

  private static final double MILLIS = 1e6;
  private static final double NANOS = 1e9;

  /** So many a second, each at its own instant. */
  static OpenLoop evenly(String name, int perSecond) {
    return new OpenLoop(name, 1, TimeUnit.SECONDS.toNanos(1) / perSecond);
  }

  /**
   * Runs.
   *
   * @param requests how many
   * @param request sends the request of a number and completes with its answer
   * @throws java.util.concurrent.CompletionException when an answer did not come at all
   */
  Load run(int requests, IntFunction<CompletableFuture<HttpResponse<String>>> request) {
    Collection<Double> millis = new ConcurrentLinkedQueue<>();
    AtomicInteger failures = new AtomicInteger();
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    Cost before = Cost.now();
    long start = System.nanoTime();
    for (int number = 0; number < requests; number++) {
      long due = start + number / batch * everyNanos;
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      answers.add(
          request
              .apply(number)
              .thenAccept(
                  answer -> {
                    millis.add((System.nanoTime() - due) / MILLIS);
                    if (answer.statusCode() != 200) {
                      failures.incrementAndGet();
                    }
                  }));
    }
    answers.forEach(CompletableFuture::join);
    Cost cost = Cost.now().since(before);
    double cores =
        (double) (System.nanoTime() - start) * Runtime.getRuntime().availableProcessors();
    return new Load(
        name,
        batch == 1
            ? "%.0f".formatted(NANOS / everyNanos)
            : "%d at once every %.0f s".formatted(batch, everyNanos / NANOS),
        requests,
        failures.get(),
        Figures.percentile(millis, 0.5),
        Figures.percentile(millis, 0.99),
        Figures.percentile(millis, 1),
        (cost.ownNanos() + cost.serverNanos()) / cores);
  }
}
