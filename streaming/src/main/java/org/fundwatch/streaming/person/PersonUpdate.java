package org.fundwatch.streaming.person;

import java.util.List;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.streaming.pack.PackChange;
import org.jspecify.annotations.Nullable;

/**
 * What an event does to a person.
 *
 * @param state what is known afterwards
 * @param findings what is said anew or taken back
 * @param visits settlements as the days of doctors and institutions see them
 * @param packs sales of drug packs
 * @param tooLate true where the event is about an encounter beyond the horizon, of which nothing is
 *     said anew
 */
public record PersonUpdate(
    PersonState state,
    List<FindingChange> findings,
    List<VisitDifference> visits,
    List<PackChange> packs,
    boolean tooLate) {

  public PersonUpdate {
    findings = List.copyOf(findings);
    visits = List.copyOf(visits);
    packs = List.copyOf(packs);
  }

  /**
   * A settlement before and after the event; at least one is there.
   *
   * @param before null where it did not stand
   * @param after null where it stands no longer
   */
  public record VisitDifference(@Nullable Visit before, @Nullable Visit after) {}
}
