package org.fundwatch.alertapi.security;

/**
 * Lets so many requests through a second, and more for a moment after a pause. Thread-safe.
 *
 * <p>Holds at most {@code burst} tokens and gains {@code perSecond} a second; a request takes one.
 */
final class TokenBucket {
  private static final double MILLIS = 1000;

  private final double perMilli;
  private final double burst;
  private double tokens;
  private long at;

  TokenBucket(double perSecond, double burst, long now) {
    this.perMilli = perSecond / MILLIS;
    this.burst = burst;
    this.tokens = burst;
    this.at = now;
  }

  /**
   * Takes a token.
   *
   * @param now epoch milliseconds
   * @return 0 when there was one, else the milliseconds until there is
   */
  synchronized long take(long now) {
    fill(now);
    if (tokens >= 1) {
      tokens--;
      return 0;
    }
    return (long) Math.ceil((1 - tokens) / perMilli);
  }

  /** True when nobody has taken any for a while. */
  synchronized boolean full(long now) {
    fill(now);
    return tokens >= burst;
  }

  private void fill(long now) {
    // A clock that was set back gives nothing, and takes nothing either.
    tokens = Math.min(burst, tokens + Math.max(0, now - at) * perMilli);
    at = now;
  }
}
