package org.fundwatch.simulation;

/** How stays cost against their payment standard, by tier; fitted to the means of the notes. */
final class Costs {

  private Costs() {}

  static double factor(int tier) {
    return tier == 3 ? 1.15 : tier == 2 ? 1.05 : 1.0;
  }
}
