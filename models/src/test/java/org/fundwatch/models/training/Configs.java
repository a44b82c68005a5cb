package org.fundwatch.models.training;

import org.fundwatch.models.testing.SampleStays;

/** Configurations of tests: four months to train, one to calibrate, one to test. */
public final class Configs {
  private Configs() {}

  public static TrainingConfig usual(long seed) {
    return TrainingConfig.of(
        seed,
        SampleStays.BEGINNING.plusMonths(4),
        SampleStays.BEGINNING.plusMonths(5),
        "stays invented by the tests",
        true);
  }
}
