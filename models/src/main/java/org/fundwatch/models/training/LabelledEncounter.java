package org.fundwatch.models.training;

import java.time.LocalDate;
import java.util.Set;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;

/**
 * An encounter with what is known to be wrong with it, from audits or from a simulation's truth.
 *
 * @param encounter the encounter
 * @param timeline of the same person
 * @param labels kinds of fraud, empty for an ordinary one; {@link #LOW_THRESHOLD} is learned, the
 *     others serve to evaluate the model of unusual stays
 * @param serviceDate last day of service, by which the examples are split into periods
 */
public record LabelledEncounter(
    Encounter encounter, Timeline timeline, Set<String> labels, LocalDate serviceDate) {

  /** The label of an admission below the threshold of inpatient care. */
  public static final String LOW_THRESHOLD = "LOW_THRESHOLD";

  public LabelledEncounter {
    labels = Set.copyOf(labels);
  }
}
