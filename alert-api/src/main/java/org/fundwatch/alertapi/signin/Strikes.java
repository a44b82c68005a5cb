package org.fundwatch.alertapi.signin;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Wrong passwords in a row, counted by a key, and the waits that follow: none for the first ones,
 * then one that doubles. A key that has been quiet for a day is forgotten. Holds {@value #MOST}
 * keys at most, and of more those that count least are dropped. Used under a lock.
 */
final class Strikes {
  static final int MOST = 10_000;

  private static final long FORGOTTEN_AFTER = Duration.ofDays(1).toMillis();
  private static final int DROPPED = MOST / 10;
  private static final int MOST_DOUBLINGS = 30;

  private final int free;
  private final long firstWait;
  private final long longestWait;
  private final Map<String, Strike> strikes = new HashMap<>();

  Strikes(int free, Duration firstWait, Duration longestWait) {
    this.free = free;
    this.firstWait = firstWait.toMillis();
    this.longestWait = longestWait.toMillis();
  }

  /**
   * What is known of a key; moments in epoch milliseconds.
   *
   * @param count wrong passwords
   * @param at when the last one came
   * @param until before this none is tried
   */
  private record Strike(int count, long at, long until) {
    boolean forgotten(long now) {
      return now - at > FORGOTTEN_AFTER;
    }
  }

  /** How long somebody has to wait still, in milliseconds; 0 for not at all. */
  long wait(String key, long now) {
    var strike = strikes.get(key);
    // A clock that was set back makes nobody wait longer than ever.
    return strike == null ? 0 : Math.max(0, Math.min(strike.until() - now, longestWait));
  }

  int count(String key, long now) {
    var strike = strikes.get(key);
    return strike == null || strike.forgotten(now) ? 0 : strike.count();
  }

  void add(String key, long now) {
    int count = count(key, now) + 1;
    strikes.put(key, new Strike(count, now, now + waitAfter(count)));
    if (strikes.size() > MOST) {
      drop(now);
    }
  }

  /** Takes back so many. */
  void takeBack(String key, int count, long now) {
    int left = count(key, now) - count;
    if (left <= 0) {
      strikes.remove(key);
    } else {
      strikes.put(key, new Strike(left, now, wait(key, now) + now));
    }
  }

  int size() {
    return strikes.size();
  }

  private long waitAfter(int count) {
    if (count < free) {
      return 0;
    }
    return Math.min(longestWait, firstWait << Math.min(count - free, MOST_DOUBLINGS));
  }

  private void drop(long now) {
    strikes.values().removeIf(strike -> strike.forgotten(now));
    if (strikes.size() > MOST) {
      strikes.entrySet().stream()
          .sorted(
              Map.Entry.comparingByValue(
                  (one, other) ->
                      one.count() == other.count()
                          ? Long.compare(one.at(), other.at())
                          : Integer.compare(one.count(), other.count())))
          .limit(DROPPED)
          .map(Map.Entry::getKey)
          .toList()
          .forEach(strikes::remove);
    }
  }
}
