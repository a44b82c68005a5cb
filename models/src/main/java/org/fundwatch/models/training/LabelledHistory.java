package org.fundwatch.models.training;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.Timeline;

/**
 * Persons' histories with known labels, as training wants them. Give the histories in an order that
 * repeats (a sorted map's values): training is repeatable only on the same order.
 *
 * @param histories one per person
 * @param labels kinds of fraud by encounter id
 */
public record LabelledHistory(
    Collection<PersonHistory> histories, Map<String, Set<String>> labels) {

  /** Every encounter of every person as it stands, made as it is asked for. */
  public Stream<LabelledEncounter> encounters() {
    return histories.stream().map(PersonHistory::timeline).flatMap(this::encountersOf);
  }

  private Stream<LabelledEncounter> encountersOf(Timeline timeline) {
    return timeline.encounters().stream()
        .map(
            encounter ->
                new LabelledEncounter(
                    encounter,
                    timeline,
                    labels.getOrDefault(encounter.id(), Set.of()),
                    LocalDate.ofEpochDay(ShanghaiTime.epochDay(encounter.endMillis()))));
  }
}
