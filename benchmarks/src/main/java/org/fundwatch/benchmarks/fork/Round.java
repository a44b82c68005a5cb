package org.fundwatch.benchmarks.fork;

/**
 * A measured round: the same work, done once or several times.
 *
 * @param times how often
 * @param cpuNanos processor time of the whole process, with its garbage collector and compiler
 * @param nanos by the clock
 * @param result what was done each time
 */
public record Round(int times, long cpuNanos, long nanos, Workload.Result result) {

  static final Round NOTHING = new Round(0, 0, 0, new Workload.Result(0, 0, 0));

  /**
   * With more of the same.
   *
   * @throws IllegalStateException when something else was done
   */
  Round plus(Round more) {
    if (times > 0 && !result.equals(more.result)) {
      throw new IllegalStateException(more.result + " after " + result + "; the same each time");
    }
    return new Round(times + more.times, cpuNanos + more.cpuNanos, nanos + more.nanos, more.result);
  }

  /** Events worked off in a second of processor time. */
  public double perCpuSecond() {
    return result.events() * 1e9 * times / cpuNanos;
  }

  String toLine() {
    return "%d %d %d %d %d %d"
        .formatted(times, cpuNanos, nanos, result.events(), result.alerts(), result.checksum());
  }

  static Round ofLine(String line) {
    String[] parts = line.split(" ", -1);
    return new Round(
        Integer.parseInt(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        new Workload.Result(
            Long.parseLong(parts[3]), Long.parseLong(parts[4]), Long.parseLong(parts[5])));
  }
}
