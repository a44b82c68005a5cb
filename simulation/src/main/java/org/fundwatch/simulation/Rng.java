package org.fundwatch.simulation;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded random choices. A generator is made from the seed of the run and the keys of what it
 * decides (a person, a case), never shared, so that threads cannot change the result.
 */
final class Rng {

  private final SplittableRandom random;

  private Rng(long seed) {
    random = new SplittableRandom(seed);
  }

  static Rng of(long seed, long key, long subKey) {
    return new Rng(mix(mix(seed ^ 0x9E3779B97F4A7C15L * (key + 1)) + 0xD1B54A32D192ED03L * subKey));
  }

  // The finaliser of splitmix64: neighbouring keys give unrelated seeds.
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    return random.nextLong();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  double real() {
    return random.nextDouble();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double gaussian() {
    return random.nextGaussian();
  }

  /** Log-normal with mean 1. */
  double spread(double sigma) {
    return Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
  }

  /** Knuth's method; for small means. */
  int poisson(double mean) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A rank below {@code count}, each half as likely again as the next: few do most of it. */
  int pareto(int count) {
    double u = random.nextDouble();
    return Math.min(count - 1, (int) (Math.pow(count + 1.0, u) - 1));
  }
}
