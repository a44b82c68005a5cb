package org.fundwatch.benchmarks.peers;

import org.fundwatch.benchmarks.fork.Workload;

/** Counts alerts, and adds up what tells them apart, so that their order does not matter. */
public class Alerts {

  /** The visit costs more than {@link Limits#TOTAL_FEN}. */
  public static final int LIMIT = 1;

  /** The person was at this hospital with this diagnosis less than a fortnight before. */
  public static final int AGAIN = 2;

  /** The person's fifteenth visit, or a later one, in thirty days. */
  public static final int OFTEN = 3;

  private long count;
  private long sum;

  /** The rule of this number fired on the visit of that number. */
  public void add(int rule, long claim) {
    count++;
    // Mixed, so that wrong alerts cannot make up for each other (finaliser of SplitMix64).
    long mixed = claim * 4 + rule;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    sum += mixed ^ (mixed >>> 31);
  }

  Workload.Result of(int events) {
    return new Workload.Result(events, count, sum);
  }
}
