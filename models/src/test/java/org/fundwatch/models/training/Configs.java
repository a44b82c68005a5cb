package org.fundwatch.models.training;

import org.fundwatch.models.testing.SampleStays;

/** Configurations of tests: four months to train, one to calibrate, one to test. */
public final class Configs {
  private Configs() {}

  public static TrainingConfig usual(long seed) {
    return new TrainingConfig(
        seed,
        SampleStays.BEGINNING.plusMonths(4),
        SampleStays.BEGINNING.plusMonths(5),
        0.95,
        0.01,
        50,
        80,
        4,
        0.15,
        "stays invented by the tests",
        true);
  }
}
