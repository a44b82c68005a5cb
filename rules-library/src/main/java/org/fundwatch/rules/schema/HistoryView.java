package org.fundwatch.rules.schema;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** A person's encounters before the one that is judged, within the rule's look-back. */
public final class HistoryView {

  private final Encounter encounter;
  private final Timeline all;
  private final long lookbackMillis;
  private @Nullable List<Encounter> facts;
  private EncounterView @Nullable [] views;
  private @Nullable List<EncounterView> stays;
  private @Nullable List<EncounterView> visits;

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
    return new Views(0);
  }

  @Described("earlier stays, in order")
  public List<EncounterView> stays() {
    List<EncounterView> known = stays;
    if (known == null) {
      known = new ArrayList<>(0);
      for (Encounter stay : all.staysBefore(encounter, lookbackMillis)) {
        known.add(new EncounterView(stay));
      }
      stays = known;
    }
    return known;
  }

  @Described("earlier visits and pharmacy sales, in order")
  public List<EncounterView> visits() {
    List<EncounterView> known = visits;
    if (known == null) {
      known = stays().isEmpty() ? encounters() : withoutStays();
      visits = known;
    }
    return known;
  }

  private List<EncounterView> withoutStays() {
    List<EncounterView> those = new ArrayList<>();
    for (int i = 0; i < facts().size(); i++) {
      if (!facts().get(i).isStay()) {
        those.add(view(i));
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
    return new Views(from(spanMillis));
  }

  /** The same without their views. */
  List<Encounter> factsWithin(long spanMillis) {
    return facts().subList(from(spanMillis), facts().size());
  }

  private int from(long spanMillis) {
    // All of those that begin later than the look-back reaches are in view.
    long span = Math.min(spanMillis, lookbackMillis);
    int latest = all.countBefore(encounter, encounter.beginMillis() - span);
    int from = facts().size() - latest;
    while (from > 0
        && encounter.beginMillis() - facts().get(from - 1).beginMillis() <= spanMillis) {
      from--;
    }
    return from;
  }

  private EncounterView view(int index) {
    EncounterView[] known = views;
    if (known == null) {
      known = new EncounterView[facts().size()];
      views = known;
    }
    EncounterView view = known[index];
    if (view == null) {
      view = new EncounterView(facts().get(index));
      known[index] = view;
    }
    return view;
  }

  /** The latest encounters; a view is made when it is looked at, since most are only counted. */
  private final class Views extends AbstractList<EncounterView> implements RandomAccess {
    private final int from;

    Views(int from) {
      this.from = from;
    }

    @Override
    public EncounterView get(int index) {
      return view(from + Objects.checkIndex(index, size()));
    }

    @Override
    public int size() {
      return facts().size() - from;
    }
  }
}
