package org.fundwatch.alertapi.security;

/**
 * A region lent to somebody, such as a member of a flying team, until a moment.
 *
 * @param number of the grant among those of the same user
 * @param region beginning of an administrative division code, empty for the nation
 * @param from epoch milliseconds
 * @param until epoch milliseconds; from then on it has ended by itself
 * @param by who granted it
 * @param reason why
 */
public record Grant(int number, String region, long from, long until, String by, String reason) {

  /** The same when somebody has ended it, unless it was over already. */
  Grant endedAt(long at) {
    return new Grant(number, region, from, Math.min(until, at), by, reason);
  }

  /** True at a moment, in epoch milliseconds. */
  public boolean inForce(long at) {
    return from <= at && at < until;
  }
}
