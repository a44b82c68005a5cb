package org.fundwatch.models.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fundwatch.models.features.StayFacts;
import org.fundwatch.models.registry.Provenance;

/** The examples by the day of discharge: what came later never teaches. */
record Periods(List<Sample> training, List<Sample> calibration, List<Sample> test) {

  static Periods split(Stream<LabelledEncounter> encounters, TrainingConfig config) {
    Periods periods = new Periods(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    encounters
        .filter(example -> StayFacts.judgeable(example.encounter()))
        .forEach(
            example -> {
              Sample sample =
                  new Sample(
                      example.serviceDate(),
                      StayFacts.of(example.encounter(), example.timeline()),
                      example.labels().contains(LabelledEncounter.LOW_THRESHOLD),
                      !example.labels().isEmpty());
              periods.at(sample.day(), config).add(sample);
            });
    periods.check();
    return periods;
  }

  List<Provenance.Period> describe() {
    return List.of(
        describe("training", training),
        describe("calibration", calibration),
        describe("test", test));
  }

  private List<Sample> at(LocalDate day, TrainingConfig config) {
    if (day.isBefore(config.calibrationFrom())) {
      return training;
    }
    return day.isBefore(config.testFrom()) ? calibration : test;
  }

  private void check() {
    for (Provenance.Period period : describe()) {
      if (period.labelled() == 0 || period.labelled() == period.stays()) {
        throw new IllegalArgumentException(
            "%s period: %d of %d stays labelled %s; some but not all"
                .formatted(
                    period.use(),
                    period.labelled(),
                    period.stays(),
                    LabelledEncounter.LOW_THRESHOLD));
      }
    }
  }

  private static Provenance.Period describe(String use, List<Sample> samples) {
    return new Provenance.Period(
        use,
        samples.stream()
            .map(Sample::day)
            .min(LocalDate::compareTo)
            .map(Object::toString)
            .orElse(""),
        samples.stream()
            .map(Sample::day)
            .max(LocalDate::compareTo)
            .map(Object::toString)
            .orElse(""),
        samples.size(),
        (int) samples.stream().filter(Sample::lowThreshold).count());
  }
}
