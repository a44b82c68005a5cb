package org.fundwatch.models.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is usual among the peers of a stay: the median and the robust standard deviation (1.2533
 * times the mean absolute deviation from the median, which equals the standard deviation of a
 * normal distribution) of each compared feature, by payment group and hospital level. Fitted on the
 * training period and published inside the model, so that a comparison can be repeated.
 *
 * @param circles by {@link PeerKey#circles}; a circle of fewer than {@value #MIN_STAYS} stays is
 *     left out and the next wider one answers
 */
public record PeerBaseline(Map<String, Circle> circles) {

  /** Fewest stays that make a circle of peers. */
  static final int MIN_STAYS = 30;

  private static final double TO_SD = 1.2533;
  private static final double FARTHEST = 10;
  private static final double MIN_SCALE = 0.02;

  /**
   * One circle of peers.
   *
   * @param stays how many stays it was fitted on
   * @param medians by compared feature
   * @param scales robust standard deviations by compared feature
   */
  public record Circle(int stays, List<Double> medians, List<Double> scales) {
    public Circle {
      medians = List.copyOf(medians);
      scales = List.copyOf(scales);
    }
  }

  public PeerBaseline {
    circles = Collections.unmodifiableMap(new TreeMap<>(circles));
  }

  /** Fits the circles of peers. */
  public static PeerBaseline fit(Collection<StayFacts> stays) {
    Map<String, List<StayFacts>> members = new HashMap<>();
    for (StayFacts stay : stays) {
      for (String circle : stay.key().circles()) {
        members.computeIfAbsent(circle, key -> new ArrayList<>()).add(stay);
      }
    }
    Map<String, Circle> circles = new TreeMap<>();
    members.forEach(
        (name, circle) -> {
          if (name.isEmpty() || circle.size() >= MIN_STAYS) {
            circles.put(name, fitCircle(circle));
          }
        });
    return new PeerBaseline(circles);
  }

  /** The feature vector of a stay, in the order of {@link FeatureSchema#columns}. */
  public double[] features(StayFacts stay) {
    int own = FeatureSchema.OWN.size();
    double[] features = new double[own + FeatureSchema.COMPARED.size()];
    for (int i = 0; i < own; i++) {
      features[i] = stay.value(i);
    }
    Circle circle = circleOf(stay.key());
    for (int i = 0; i < FeatureSchema.COMPARED.size(); i++) {
      double z =
          (compared(stay, i) - circle.medians().get(i))
              / Math.max(MIN_SCALE, circle.scales().get(i));
      features[own + i] = Math.max(-FARTHEST, Math.min(FARTHEST, z));
    }
    return features;
  }

  private Circle circleOf(PeerKey key) {
    for (String name : key.circles()) {
      Circle circle = circles.get(name);
      if (circle != null) {
        return circle;
      }
    }
    throw new IllegalStateException("peer baseline: the circle of everyone is missing");
  }

  private static Circle fitCircle(List<StayFacts> stays) {
    List<Double> medians = new ArrayList<>();
    List<Double> scales = new ArrayList<>();
    for (int i = 0; i < FeatureSchema.COMPARED.size(); i++) {
      int feature = i;
      double[] values =
          stays.stream()
              .mapToDouble(stay -> compared(stay, feature))
              .filter(Double::isFinite)
              .toArray();
      double median = median(values);
      double deviation = Arrays.stream(values).map(v -> Math.abs(v - median)).average().orElse(0);
      medians.add(rounded(median));
      scales.add(rounded(TO_SD * deviation));
    }
    return new Circle(stays.size(), medians, scales);
  }

  private static double compared(StayFacts stay, int compared) {
    StayFeature feature = FeatureSchema.COMPARED.get(compared);
    double value = stay.value(FeatureSchema.COMPARED_AT.get(compared));
    return feature.comparison() == Comparison.LOG ? Math.log1p(Math.max(0, value)) : value;
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  // Four decimals keep the published file small and are finer than any decision.
  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
