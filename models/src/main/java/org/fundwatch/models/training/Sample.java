package org.fundwatch.models.training;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.features.StayFacts;

/**
 * A measured stay with its label.
 *
 * @param day of discharge
 * @param stay what was measured
 * @param lowThreshold true when labelled a low-threshold admission
 * @param wrong true when labelled with any kind of fraud
 */
record Sample(LocalDate day, StayFacts stay, boolean lowThreshold, boolean wrong) {

  static double[][] features(List<Sample> samples, PeerBaseline peers) {
    return samples.stream().map(s -> peers.features(s.stay())).toArray(double[][]::new);
  }

  static boolean[] labels(List<Sample> samples, Predicate<Sample> label) {
    boolean[] labels = new boolean[samples.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = label.test(samples.get(i));
    }
    return labels;
  }
}
