package org.fundwatch.models.scoring;

import java.util.List;
import org.fundwatch.domain.finding.Attribution;
import org.fundwatch.models.features.PeerBaseline;
import org.fundwatch.models.features.StayFacts;

/**
 * How unusual a stay is among its peers. Unusual is not wrong: it only raises the weight of a draw.
 *
 * @param schema version of the feature schema
 * @param peers what is usual among peers
 * @param region the region that holds the ordinary
 * @param tail from score to tail probability
 * @param share the rarest share of stays that is told
 */
public record UnusualStayModel(
    String schema, PeerBaseline peers, OneClass region, TailProbability tail, double share)
    implements StayModel {

  /** The model's name in the registry. */
  public static final String NAME = "unusual-stay";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public StayScore score(StayFacts stay) {
    double raw = region.score(peers.features(stay));
    double rarity = tail.of(raw);
    return new StayScore(raw, 1 - rarity, rarity <= share);
  }

  @Override
  public List<Attribution> explain(StayFacts stay) {
    double[] features = peers.features(stay);
    double[] byColumn = region.weights(features);
    double[] weights = new double[features.length];
    for (int i = 0; i < byColumn.length; i++) {
      weights[region.columns()[i]] = byColumn[i];
    }
    return Attributions.of(features, weights);
  }

  @Override
  public double baseline() {
    return region.typicalScore();
  }
}
