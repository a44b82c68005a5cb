package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.List;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** A person's encounters before the one that is judged, within the rule's look-back. */
public final class HistoryView {

  private final Encounter encounter;
  private final Timeline all;
  private final long lookbackMillis;
  private @Nullable List<Encounter> facts;
  private @Nullable List<EncounterView> encounters;

  /**
   * The history of an encounter.
   *
   * @param lookbackMillis an earlier encounter belongs to it when it ended no longer than this
   *     before the encounter began
   */
  public HistoryView(Encounter encounter, Timeline all, long lookbackMillis) {
    this.encounter = encounter;
    this.all = all;
    this.lookbackMillis = lookbackMillis;
  }

  @Described("every earlier visit and stay, in order of their beginning")
  public List<EncounterView> encounters() {
    List<EncounterView> known = encounters;
    if (known == null) {
      known = new ArrayList<>();
      for (Encounter earlier : facts()) {
        known.add(new EncounterView(earlier));
      }
      encounters = known;
    }
    return known;
  }

  @Described("earlier stays, in order")
  public List<EncounterView> stays() {
    return those(true);
  }

  @Described("earlier visits and pharmacy sales, in order")
  public List<EncounterView> visits() {
    return those(false);
  }

  private List<EncounterView> those(boolean stay) {
    List<EncounterView> those = new ArrayList<>();
    for (EncounterView one : encounters()) {
      if (one.stay() == stay) {
        those.add(one);
      }
    }
    return those;
  }

  /** How far it looks back. */
  public long lookbackMillis() {
    return lookbackMillis;
  }

  /** Every earlier encounter without its view, in order of their beginning. */
  List<Encounter> facts() {
    List<Encounter> known = facts;
    if (known == null) {
      known = all.before(encounter, lookbackMillis);
      facts = known;
    }
    return known;
  }

  /** The encounter that the history is of. */
  Encounter encounter() {
    return encounter;
  }

  /** Those that begin no longer than a span before the encounter. */
  List<EncounterView> within(long spanMillis) {
    List<EncounterView> known = encounters();
    int from = known.size();
    while (from > 0 && encounter.beginMillis() - known.get(from - 1).begin() <= spanMillis) {
      from--;
    }
    return from == 0 ? known : known.subList(from, known.size());
  }
}
