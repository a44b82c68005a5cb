package org.fundwatch.alertapi.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.fundwatch.alertapi.search.Stored;
import org.springframework.stereotype.Component;

/**
 * The {@link IdempotencyKey}s that creations came with, so that a repeated request creates nothing
 * twice. The entry that a creation writes carries the key: what was made is found again even when
 * its maker died before it could answer. While the first request is under way, here or in another
 * process, others with the same key wait for what it makes. Thread-safe.
 */
@Component
public final class RequestKeys {
  private static final int LOCKS = 256;
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private final SearchNode node;
  private final Indices indices;
  private final Journal journal;
  private final Clock clock;
  private final Duration lease;
  private final List<Lock> locks = Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

  RequestKeys(
      SearchNode node, Indices indices, Journal journal, Clock clock, JournalSettings settings) {
    this.node = node;
    this.indices = indices;
    this.journal = journal;
    this.clock = clock;
    this.lease = settings.requestLease();
  }

  /**
   * Creates something, unless the same request has created it before.
   *
   * @param kind of the stream that is made or added to
   * @param by who asks; the same key of somebody else is another key
   * @param request what is asked for, a record
   * @param create makes it and answers the id of its stream; the draft of an entry that it writes
   *     must carry the request key that is handed in. What depends on the moment, such as whether a
   *     day still lies ahead, is checked in here: the same request is right also when it comes
   *     again
   * @return the id of the stream, made now or before
   * @throws ProblemException 422 when the key came with another request, and what {@code create}
   *     throws: then nothing was made, and the same key may come again
   */
  public String once(
      Kind kind, String by, IdempotencyKey key, Object request, Function<String, String> create) {
    return once(kind, by, key, request, create, made -> {});
  }

  /**
   * The same for what takes several steps.
   *
   * @param finish brings about what follows from what was made; also when its maker died in
   *     between, so that it may be repeated
   */
  public String once(
      Kind kind,
      String by,
      IdempotencyKey key,
      Object request,
      Function<String, String> create,
      Consumer<String> finish) {
    var asked = Fingerprint.of(by, key, request);
    var lock = locks.get(Math.floorMod(asked.id().hashCode(), LOCKS));
    lock.lock();
    try {
      return once(kind, asked, create, finish);
    } finally {
      lock.unlock();
    }
  }

  private String once(
      Kind kind, Fingerprint asked, Function<String, String> create, Consumer<String> finish) {
    while (true) {
      boolean first = begin(asked);
      var claim = first ? Optional.<Stored<Claim>>empty() : read(asked);
      if (claim.isPresent() && !claim.get().source().made().isEmpty()) {
        return claim.get().source().made();
      }
      // The index of keys can be lost: what the journal has is looked for also at the first.
      var made = journal.madeBy(kind, asked.requestKeyPrefix(), !first);
      if (made.isPresent()) {
        return finished(asked, known(asked, made.get(), first), finish);
      }
      if (first || claim.filter(this::takeOver).isPresent()) {
        return finished(asked, make(asked, create), finish);
      }
      // Another process is at it, or was: it is known in a moment.
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** True for the first request with its key. */
  private boolean begin(Fingerprint asked) {
    try {
      node.create(index(), asked.id(), Claim.of(asked, clock.millis(), ""));
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  /** What the first request has left; empty when it was refused meanwhile. */
  private Optional<Stored<Claim>> read(Fingerprint asked) {
    var claim = node.get(index(), asked.id(), Claim.class);
    claim.ifPresent(
        stored -> {
          if (!stored.source().content().equals(asked.content())) {
            throw ProblemException.keyReused(asked.differences(stored.source().fields()));
          }
        });
    return claim;
  }

  /** What the journal says that a request with the key has made. */
  private String known(Fingerprint asked, EntryDocument made, boolean begun) {
    if (!made.requestKey().equals(asked.requestKey())) {
      if (begun) {
        node.delete(index(), asked.id());
      }
      throw ProblemException.keyReused(List.of());
    }
    return made.stream();
  }

  /** True when the request that has begun is over without having made anything. */
  private boolean takeOver(Stored<Claim> claim) {
    var before = claim.source();
    long now = clock.millis();
    if (now - before.at() < lease.toMillis()) {
      return false;
    }
    try {
      node.replace(claim, new Claim(before.content(), before.fields(), now, ""));
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  private String make(Fingerprint asked, Function<String, String> create) {
    try {
      return create.apply(asked.requestKey());
    } catch (ProblemException e) {
      // Refused, so nothing was made: the same request may come again.
      node.delete(index(), asked.id());
      throw e;
    }
  }

  private String finished(Fingerprint asked, String made, Consumer<String> finish) {
    finish.accept(made);
    try {
      node.put(index(), asked.id(), Claim.of(asked, clock.millis(), made));
      return made;
    } catch (SearchUnavailableException e) {
      // It is made all the same, and the journal knows of it.
      return made;
    }
  }

  private String index() {
    return indices.alias(Indices.Name.REQUEST_KEYS);
  }

  /**
   * A key's document.
   *
   * @param content hash of the request
   * @param fields hashes of its fields
   * @param at epoch milliseconds at which the creation began
   * @param made id of the stream, empty while it is not made
   */
  private record Claim(String content, Map<String, String> fields, long at, String made) {
    static Claim of(Fingerprint asked, long at, String made) {
      return new Claim(asked.content(), asked.fields(), at, made);
    }
  }
}
