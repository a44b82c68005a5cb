package org.fundwatch.alertapi.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Function;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The {@code Idempotency-Key}s that creations came with, so that a repeated request creates nothing
 * twice. The entry that a creation writes carries the key: what was made is found again even when
 * its maker died before it could answer. Thread-safe.
 */
@Component
public final class RequestKeys {
  private final SearchNode node;
  private final Indices indices;
  private final Journal journal;
  private final Clock clock;

  RequestKeys(SearchNode node, Indices indices, Journal journal, Clock clock) {
    this.node = node;
    this.indices = indices;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Creates something, unless the same request has created it before.
   *
   * @param kind of the stream that is made
   * @param by who asks; the same key of somebody else is another key
   * @param key the header, null for none: then it is created in any case
   * @param request what is asked for, a record
   * @param create makes it and answers the id of its stream; the draft of its first entry must
   *     carry the request key that is handed in
   * @return the id of the stream, made now or before
   * @throws ProblemException when the key came with another request, or the first one with it is
   *     under way, and what {@code create} throws
   */
  public String once(
      Kind kind, String by, @Nullable String key, Object request, Function<String, String> create) {
    if (key == null) {
      return create.apply("");
    }
    var id = hash(by + '\n' + key);
    boolean first = claim(id, BodyJson.write(request));
    var made = journal.madeBy(kind, id);
    if (made.isPresent()) {
      return made.get().id();
    }
    if (!first) {
      throw ProblemException.conflict(
          "Idempotency-Key: the first request with it is under way or broke off; try again in a"
              + " moment, then with a new key");
    }
    try {
      return create.apply(id);
    } catch (ProblemException e) {
      // Refused, so nothing was made: the same request may come again.
      node.delete(index(), id);
      throw e;
    }
  }

  /** False when the same request has come with the key before. */
  private boolean claim(String id, String content) {
    var key = new RequestKey(hash(content), clock.millis());
    try {
      node.create(index(), id, key);
      return true;
    } catch (ConflictException e) {
      var before = node.get(index(), id, RequestKey.class);
      if (before.isPresent() && !before.get().source().content().equals(key.content())) {
        throw ProblemException.conflict(
            "Idempotency-Key: used before for another request; take a new one");
      }
      return false;
    }
  }

  private String index() {
    return indices.alias(Indices.Name.REQUEST_KEYS);
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /**
   * A key's document.
   *
   * @param content hash of the request
   * @param at epoch milliseconds
   */
  private record RequestKey(String content, long at) {}
}
