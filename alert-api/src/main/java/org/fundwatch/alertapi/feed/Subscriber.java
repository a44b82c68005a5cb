package org.fundwatch.alertapi.feed;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.fundwatch.alertapi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * An open page. What is for it waits in a queue that a pool empties, so that a slow line holds up
 * nobody else; one that is too slow is told to begin anew. Thread-safe.
 */
final class Subscriber {
  private static final int MOST_WAITING = 5_000;

  /** Changed by the feed's thread alone. */
  private volatile Caller caller;

  private final SseEmitter emitter;
  private final Executor pool;
  private final Queue<SseEventBuilder> waiting = new ArrayDeque<>();
  private boolean sending;
  private volatile boolean ended;

  private final @Nullable String last;

  /** Used by the feed's thread alone. */
  private boolean joined;

  Subscriber(Caller caller, SseEmitter emitter, Executor pool, @Nullable String last) {
    this.caller = caller;
    this.emitter = emitter;
    this.pool = pool;
    this.last = last;
    emitter.onCompletion(() -> ended = true);
    emitter.onError(problem -> ended = true);
    emitter.onTimeout(this::end);
  }

  Caller caller() {
    return caller;
  }

  /** Looks at their loans anew: a region whose loan has ended is told of no more. */
  void lent(UnaryOperator<Caller> now) {
    if (!caller.grants().isEmpty()) {
      caller = now.apply(caller);
    }
  }

  boolean ended() {
    return ended;
  }

  /** Id of the last event that the page has seen before, null for a new page. */
  @Nullable String last() {
    return last;
  }

  /** True once it is told of news. */
  boolean joined() {
    return joined;
  }

  void join() {
    joined = true;
  }

  /** Sends a change, unless it lies outside of the caller's regions. */
  void tell(ChangeReader.Read read, Places places) {
    var source = read.source();
    if (caller.sees(source.region(read.document()))) {
      put(
          SseEmitter.event()
              .id(places.toString())
              .name(source.name().toLowerCase(Locale.ROOT))
              .data(source.change(read.document()), MediaType.APPLICATION_JSON));
    }
  }

  /** Says where it is now, and that it has to read its lists anew. */
  void reset(Places places) {
    put(SseEmitter.event().id(places.toString()).name("reset").data("{}"));
  }

  /** Says where it is now. */
  void ready(Places places) {
    put(SseEmitter.event().id(places.toString()).name("ready").data("{}"));
  }

  /** Shows that the line is alive. */
  void beat() {
    put(SseEmitter.event().comment(""));
  }

  void end() {
    ended = true;
    emitter.complete();
  }

  private synchronized void put(SseEventBuilder event) {
    if (waiting.size() >= MOST_WAITING) {
      end();
      return;
    }
    waiting.add(event);
    if (!sending) {
      sending = true;
      pool.execute(this::send);
    }
  }

  private void send() {
    try {
      for (var event = next(); event != null; event = next()) {
        emitter.send(event);
      }
    } catch (IOException | IllegalStateException e) {
      // The page was closed.
      ended = true;
    }
  }

  private synchronized @Nullable SseEventBuilder next() {
    var event = ended ? null : waiting.poll();
    sending = event != null;
    return event;
  }
}
