package org.fundwatch.benchmarks.kills;

/**
 * What a test of kills does.
 *
 * @param kills how many
 * @param perSecond settlements sent a second meanwhile
 * @param minutes after this no further kill begins
 * @param seed of the simulated settlements and of the moments
 * @param fault what is done wrong on purpose
 */
public record KillsPlan(int kills, int perSecond, int minutes, long seed, Fault fault) {

  /** Mistakes that the test must find. */
  public enum Fault {
    /** None: the test must pass. */
    NONE,
    /** A killed API finds all alerts committed, as if it did so before it wrote them. */
    COMMIT_EARLY
  }

  public KillsPlan {
    if (kills < 1 || perSecond < 1) {
      throw new IllegalArgumentException(
          "%d kills, %d settlements a second; at least 1 of each".formatted(kills, perSecond));
    }
  }

  /** Settlements to have at hand: enough for the longest run and what comes before and after. */
  int settlements() {
    return (minutes * 60 + 180) * perSecond;
  }
}
