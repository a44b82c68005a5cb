package org.fundwatch.benchmarks.fork;

/** Work that can be done again and again in a process of its own, each time from nothing. */
public interface Workload {

  /** Gets ready for a round; this is not measured. What comes back is run once, and measured. */
  Work prepare();

  /** The measured part of a round. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    Result run();
  }

  /**
   * What a round did.
   *
   * @param events how many events were worked off
   * @param alerts what was found in them
   * @param checksum of the alerts, whatever their order
   */
  record Result(long events, long alerts, long checksum) {}

  /** Makes the workload inside its process; named by its class, which has no arguments. */
  interface Maker {
    /** With the arguments that the measuring process handed over. */
    Workload make(String... arguments) throws Exception;
  }
}
