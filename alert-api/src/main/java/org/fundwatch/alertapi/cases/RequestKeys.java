package org.fundwatch.alertapi.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/** Keys that creations came with, so that a repeated request creates nothing twice. Thread-safe. */
@Component
class RequestKeys {
  private final SearchNode node;
  private final Indices indices;
  private final Clock clock;

  RequestKeys(SearchNode node, Indices indices, Clock clock) {
    this.node = node;
    this.indices = indices;
    this.clock = clock;
  }

  /**
   * Takes a key for a request.
   *
   * @param id of the key, see {@link #id}
   * @param content what is asked for
   * @return false when the same request has come with it before
   * @throws ProblemException when the key was used for another request
   */
  boolean claim(String id, String content) {
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

  /** The id under which a user's key is kept. */
  static String id(String user, String key) {
    return hash(user + '\n' + key);
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
