package org.fundwatch.domain.finding;

import java.util.List;

/**
 * Which model spoke, and why.
 *
 * @param model the model's name
 * @param version its version in the registry
 * @param probability calibrated probability in 0..1
 * @param attributions features by the size of their weight, largest first
 */
public record ModelTrace(
    String model, String version, double probability, List<Attribution> attributions) {

  public ModelTrace {
    attributions = List.copyOf(attributions);
  }
}
