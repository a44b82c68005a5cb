package org.fundwatch.alertapi.feed;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fundwatch.alertapi.feed.ChangeReader.Read;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Callers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Reads what was written to alerts and cases, once for all open pages, while there are any. A page
 * that comes back says where it was and is told what it has missed. Thread-safe.
 */
@Component
final class ChangeFeed implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
  private static final Query ALL = Query.of(q -> q.matchAll(all -> all));
  private static final int BATCH = 1_000;
  private static final int MOST_MISSED = 5_000;
  private static final int MOST_OF_A_USER = 5;
  private static final int MOST = 500;

  /** A page comes back by itself; its rights are then looked at anew. */
  private static final Duration LIFE = Duration.ofMinutes(10);

  private static final long BEAT_NANOS = Duration.ofSeconds(15).toNanos();

  private final ChangeReader reader;
  private final Callers callers;
  private final long pauseMillis;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final Semaphore wake = new Semaphore(0);
  private final ExecutorService pool = Executors.newCachedThreadPool(ChangeFeed::daemon);
  private volatile boolean wanted;
  private @Nullable Thread thread;
  private @Nullable Places read;
  private long beatAt;

  ChangeFeed(
      ChangeReader reader,
      Callers callers,
      @Value("${fundwatch.feed.every:300ms}") Duration every) {
    this.reader = reader;
    this.callers = callers;
    this.pauseMillis = every.toMillis();
  }

  /**
   * Checks that a line can be opened.
   *
   * @throws ProblemException when the caller has too many open, or all callers together
   */
  void requireRoom(Caller caller) {
    subscribers.removeIf(Subscriber::ended);
    long own = subscribers.stream().filter(s -> s.caller().name().equals(caller.name())).count();
    if (own >= MOST_OF_A_USER || subscribers.size() >= MOST) {
      throw ProblemException.tooMany(
          "changes: %d streams of yours and %d in all are open; at most %d and %d"
              .formatted(own, subscribers.size(), MOST_OF_A_USER, MOST));
    }
  }

  /**
   * Opens a page's line.
   *
   * @param last id of the last event that it has seen, null for a new page
   */
  SseEmitter subscribe(Caller caller, @Nullable String last) {
    var emitter = new SseEmitter(LIFE.toMillis());
    subscribers.add(new Subscriber(caller, emitter, pool, last));
    wake.release();
    return emitter;
  }

  @Override
  public synchronized void start() {
    wanted = true;
    thread = daemon(this::run);
    thread.setName("changes");
    thread.start();
  }

  @Override
  public synchronized void stop() {
    wanted = false;
    wake.release();
    subscribers.forEach(Subscriber::end);
    pool.shutdown();
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null && thread.isAlive() && wanted;
  }

  /** Before the web server waits for requests under way: open lines would hold it up. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  private void run() {
    while (wanted) {
      try {
        if (subscribers.isEmpty()) {
          // Nobody listens: whoever comes next begins where things are then.
          read = null;
          wake.acquire();
        } else {
          var unused = wake.tryAcquire(pauseMillis, TimeUnit.MILLISECONDS);
        }
        wake.drainPermits();
        round();
      } catch (InterruptedException e) {
        return;
      } catch (SearchUnavailableException e) {
        // It comes back; the lines stay open and go on where they were.
        LOG.debug("changes: {}", e.getMessage());
      }
    }
  }

  private void round() {
    subscribers.removeIf(Subscriber::ended);
    beat();
    if (read == null && !subscribers.isEmpty()) {
      read = ends();
    }
    var from = read;
    if (from != null) {
      // Who comes meanwhile waits for the next round.
      var now = List.copyOf(subscribers);
      now.forEach(subscriber -> subscriber.lent(callers::now));
      now.stream().filter(subscriber -> !subscriber.joined()).forEach(one -> join(one, from));
      read = tellNews(from, now);
    }
  }

  private Places ends() {
    var places = new EnumMap<Source, Place>(Source.class);
    for (var source : Source.values()) {
      places.put(source, reader.end(source));
    }
    return Places.of(places);
  }

  /** Brings one who has just come to where all others are. */
  private void join(Subscriber newcomer, Places now) {
    if (newcomer.last() == null) {
      newcomer.ready(now);
    } else {
      Places.parse(newcomer.last())
          .flatMap(told -> missed(newcomer, told, now))
          .ifPresentOrElse(
              missed -> {
                missed.forEach(read -> newcomer.tell(read, now));
                newcomer.ready(now);
              },
              () -> newcomer.reset(now));
    }
    newcomer.join();
  }

  /** What was written since, empty when that cannot be told any more or is too much. */
  private Optional<List<Read>> missed(Subscriber newcomer, Places told, Places now) {
    var missed = new ArrayList<Read>();
    for (var source : Source.values()) {
      var place = told.of(source);
      if (!now.of(source).continues(place)) {
        return Optional.empty();
      }
      var only = newcomer.caller().regionFilter(source.regionField());
      // What came after that is news for all.
      reader.after(source, place, only, MOST_MISSED).stream()
          .filter(read -> read.place().number() <= now.of(source).number())
          .forEach(missed::add);
    }
    return missed.size() < MOST_MISSED ? Optional.of(missed) : Optional.empty();
  }

  private Places tellNews(Places from, List<Subscriber> listeners) {
    var places = from;
    for (var source : Source.values()) {
      for (var news : reader.after(source, from.of(source), ALL, BATCH)) {
        if (!news.place().continues(from.of(source))) {
          return anew(listeners);
        }
        places = places.with(source, news.place());
        for (var listener : listeners) {
          listener.tell(news, places);
        }
      }
    }
    return places;
  }

  /** An index was replaced: its numbers begin anew. */
  private Places anew(List<Subscriber> listeners) {
    var now = ends();
    listeners.forEach(listener -> listener.reset(now));
    return now;
  }

  private void beat() {
    long now = System.nanoTime();
    if (now - beatAt > BEAT_NANOS) {
      beatAt = now;
      subscribers.forEach(Subscriber::beat);
    }
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "changes-line");
    thread.setDaemon(true);
    return thread;
  }
}
