package org.fundwatch.models.scoring;

import java.util.List;
import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.features.StayFacts;

/**
 * How probable it is that a stay was admitted below the threshold of inpatient care (低标准入院).
 *
 * @param schema version of the feature schema
 * @param peers what is usual among peers
 * @param trees raw log-odds
 * @param calibration from raw to calibrated log-odds
 * @param threshold calibrated probability from which a stay is told; chosen for a target precision
 *     on the calibration period, 1 where none reached it
 */
public record LowThresholdModel(
    String schema, PeerBaseline peers, FlatTrees trees, PlattScaling calibration, double threshold)
    implements StayModel {

  /** The model's name in the registry. */
  public static final String NAME = "low-threshold";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public StayScore score(StayFacts stay) {
    double logOdds = calibration.logOdds(trees.logOdds(peers.features(stay)));
    double probability = PlattScaling.sigmoid(logOdds);
    return new StayScore(logOdds, probability, probability >= threshold);
  }

  @Override
  public List<Attribution> explain(StayFacts stay) {
    double[] features = peers.features(stay);
    double[] weights = TreeShap.weights(trees, features);
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= calibration.slope();
    }
    return Attributions.of(features, weights);
  }

  @Override
  public double baseline() {
    return calibration.logOdds(TreeShap.expected(trees));
  }
}
