package org.fundwatch.models.scoring;

import java.util.List;
import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.models.features.StayFacts;

/** A trained model that judges stays. Immutable and thread-safe. */
public sealed interface StayModel permits LowThresholdModel, UnusualStayModel {

  /** The model's name in the registry. */
  String name();

  /** Version of the feature schema that it was trained on. */
  String schema();

  /** Judges a stay. */
  StayScore score(StayFacts stay);

  /**
   * Why a stay was scored so, the largest weight first; columns that had no part are left out. With
   * {@link #baseline} the weights sum to the raw score. Dearer than scoring: asked only for what is
   * told.
   */
  List<Attribution> explain(StayFacts stay);

  /** The raw score before anything is known of the stay, from which attributions start. */
  double baseline();
}
