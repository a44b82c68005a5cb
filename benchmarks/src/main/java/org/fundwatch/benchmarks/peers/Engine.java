package org.fundwatch.benchmarks.peers;

/** Something that holds visits against the three rules, one after the other. */
interface Engine {

  /**
   * Gets ready for all visits from the first on, with nothing remembered. Running what comes back
   * tells {@code alerts} of each alert.
   */
  Runnable prepare(Alerts alerts);
}
