package org.fundwatch.models.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.models.features.FeatureSchema;

/** Puts weights and values under the names of the schema. */
final class Attributions {

  private static final Comparator<Attribution> LARGEST_FIRST =
      Comparator.<Attribution>comparingDouble(a -> -Math.abs(a.weight()))
          .thenComparing(Attribution::feature);

  private Attributions() {}

  static List<Attribution> of(double[] features, double[] weights) {
    List<Attribution> attributions = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        String name = FeatureSchema.columns().get(i).name();
        attributions.add(new Attribution(name, features[i], weights[i]));
      }
    }
    attributions.sort(LARGEST_FIRST);
    return attributions;
  }
}
