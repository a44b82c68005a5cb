package org.fundwatch.streaming.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;

/**
 * A source that hands out what it has and then waits to be stopped, as a topic does. It keeps no
 * state: a job that goes on is given what is left.
 *
 * @param <T> what it hands out; stays in this process
 */
// The newer interface needs five classes for the same.
@SuppressWarnings("deprecation")
public final class Unending<T> implements SourceFunction<T> {

  private static final long serialVersionUID = 1;
  private static final Map<UUID, Stock> STOCKS = new ConcurrentHashMap<>();

  private final UUID id = UUID.randomUUID();

  public Unending(List<T> values) {
    STOCKS.put(id, new Stock(values, new CountDownLatch(1), new CountDownLatch(1)));
  }

  /** Returns when all has been handed out. */
  public void awaitGiven() throws InterruptedException {
    STOCKS.get(id).given.await();
  }

  @Override
  @SuppressWarnings("unchecked") // only this class puts in, and only values of T
  public void run(SourceContext<T> context) throws InterruptedException {
    Stock stock = STOCKS.get(id);
    for (Object value : stock.values) {
      synchronized (context.getCheckpointLock()) {
        context.collect((T) value);
      }
    }
    stock.given.countDown();
    stock.stopped.await();
  }

  @Override
  public void cancel() {
    STOCKS.get(id).stopped.countDown();
  }

  private record Stock(List<?> values, CountDownLatch given, CountDownLatch stopped) {}
}
