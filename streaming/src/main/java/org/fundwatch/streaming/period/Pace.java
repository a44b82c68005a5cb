package org.fundwatch.streaming.period;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When a part of a desk judges a period again. It decides only when, never what: a period that has
 * changed is judged later or sooner, and at the end of input in any case.
 *
 * <p>Judging reads all settlements of the period, so a large hospital's month judged at every pause
 * would cost its square. Periods that took long share a twentieth of the desk's time; the others
 * are judged a pause after their change. What it knows is forgotten with the process: the next
 * judging tells it again. Not thread-safe.
 */
final class Pace {

  private static final long LONG_MILLIS = 5;
  // Of the time that passes, one part in so many goes to the periods that take long.
  private static final long SHARE = 20;
  private static final int REMEMBERED = 20_000;
  private static final int BEATS = 25;

  private final long pauseMillis;
  private final long beatMillis;
  private final Map<String, Boolean> slow = new Recent();
  private final Map<String, Boolean> idle = new Recent();
  private long freeAtMillis;

  /**
   * @param pauseMillis how long changes of a period are gathered
   */
  Pace(long pauseMillis) {
    this.pauseMillis = Math.max(1, pauseMillis);
    this.beatMillis = Math.max(1, pauseMillis / BEATS);
  }

  /**
   * When the next pause of a period ends. The periods of a desk do not all fall due at once, but
   * share {@value #BEATS} beats: each moment of its own would wake a clock and the task.
   */
  long dueMillis(String key, long now) {
    long beat = Math.floorMod(key.hashCode(), BEATS) * beatMillis;
    return now - Math.floorMod(now - beat, pauseMillis) + pauseMillis;
  }

  /** True where a period that is due has to wait for others that take long. */
  boolean waits(String key, long now) {
    return now < freeAtMillis && slow.containsKey(key);
  }

  /** When to look again at a period that waits. */
  long afterWaiting() {
    return freeAtMillis;
  }

  /** Tells that a period was judged, from one moment to another. */
  void judged(String key, long fromMillis, long toMillis) {
    long took = toMillis - fromMillis;
    if (took >= LONG_MILLIS) {
      slow.put(key, true);
      freeAtMillis = toMillis + took * (SHARE - 1);
    } else {
      slow.remove(key);
    }
  }

  /** Tells that a period had nothing of its own to judge when it was looked at. */
  void foundIdle(String key) {
    idle.put(key, true);
  }

  /**
   * True where nothing can be said of a period, because it has had nothing of its own to judge.
   *
   * @param own true where the change at hand is of the period itself
   */
  boolean staysIdle(String key, boolean own) {
    if (own) {
      idle.remove(key);
      return false;
    }
    return idle.containsKey(key);
  }

  /** The keys seen last; the oldest is forgotten. */
  private static final class Recent extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  }
}
