package org.fundwatch.models.features;

import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;

/** What was measured of one stay, before it is held against its peers. Immutable. */
public final class StayFacts {

  private final PeerKey key;
  private final double[] values;

  private StayFacts(PeerKey key, double[] values) {
    this.key = key;
    this.values = values;
  }

  /**
   * True for what the models judge: a discharged stay with charges in national codes. A foreign
   * code system means other categories and other prices, about which the models know nothing.
   */
  public static boolean judgeable(Encounter encounter) {
    return encounter.isStay()
        && encounter.head().stay() != null
        && encounter.head().stay().dischargeMillis() != null
        && encounter.head().codeSet().isEmpty()
        && encounter.head().amounts().totalFen() > 0;
  }

  /**
   * Measures a stay.
   *
   * @param timeline of the same person; encounters that did not end before the admission are not
   *     looked at
   * @throws IllegalArgumentException unless the encounter is {@link #judgeable}
   */
  public static StayFacts of(Encounter encounter, Timeline timeline) {
    if (!judgeable(encounter)) {
      throw new IllegalArgumentException(
          "encounter %s: not a discharged stay with charges in national codes"
              .formatted(encounter.id()));
    }
    StayView view = new StayView(encounter, timeline);
    double[] values = new double[FeatureSchema.OWN.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = FeatureSchema.OWN.get(i).value().applyAsDouble(view);
    }
    return new StayFacts(PeerKey.of(encounter.head()), values);
  }

  PeerKey key() {
    return key;
  }

  double value(int feature) {
    return values[feature];
  }
}
