package org.fundwatch.models.training;

import java.time.LocalDate;

/**
 * How to train.
 *
 * @param seed of everything random
 * @param calibrationFrom stays discharged before are for training; from this day on for calibration
 *     and choosing thresholds
 * @param testFrom from this day on for evaluation only
 * @param targetPrecision precision that a told low-threshold admission should have, in 0..1
 * @param unusualShare share of stays told as unusual, in 0..1
 * @param inspectorCapacity how many stays inspectors can look at in the test period, for precision
 *     at k
 * @param rounds boosting rounds
 * @param depth depth of a tree
 * @param learningRate shrinkage of each round
 * @param data where the examples come from, for the provenance
 * @param simulated true where the examples are simulated
 */
public record TrainingConfig(
    long seed,
    LocalDate calibrationFrom,
    LocalDate testFrom,
    double targetPrecision,
    double unusualShare,
    int inspectorCapacity,
    int rounds,
    int depth,
    double learningRate,
    String data,
    boolean simulated) {

  public TrainingConfig {
    if (!calibrationFrom.isBefore(testFrom)) {
      throw new IllegalArgumentException(
          "training: calibration from %s, test from %s; calibration comes first"
              .formatted(calibrationFrom, testFrom));
    }
    requireShare("target precision", targetPrecision);
    requireShare("unusual share", unusualShare);
  }

  /** The usual settings. */
  public static TrainingConfig of(
      long seed, LocalDate calibrationFrom, LocalDate testFrom, String data, boolean simulated) {
    return new TrainingConfig(
        seed, calibrationFrom, testFrom, 0.95, 0.002, 100, 80, 4, 0.15, data, simulated);
  }

  private static void requireShare(String what, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("training: %s %s; between 0 and 1".formatted(what, share));
    }
  }
}
