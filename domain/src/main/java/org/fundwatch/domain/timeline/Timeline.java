package org.fundwatch.domain.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's encounters in order of their first moment, then of id. Immutable.
 *
 * <p>Moments are kept beside the encounters, so that a look at a window does not touch every
 * encounter of a long history.
 */
public final class Timeline {

  private static final Comparator<Encounter> ORDER =
      Comparator.comparingLong(Encounter::beginMillis).thenComparing(Encounter::id);

  private final Encounter[] ordered;
  // First and last moment of each encounter, one after the other.
  private final long[] moments;

  /** Of encounters in any order. */
  public Timeline(List<Encounter> encounters) {
    ordered = encounters.toArray(Encounter[]::new);
    Arrays.sort(ordered, ORDER);
    moments = new long[2 * ordered.length];
    for (int i = 0; i < ordered.length; i++) {
      moments[2 * i] = ordered[i].beginMillis();
      moments[2 * i + 1] = ordered[i].endMillis();
    }
  }

  private Timeline(Encounter[] ordered, long[] moments) {
    this.ordered = ordered;
    this.moments = moments;
  }

  /** The encounters in order. */
  public List<Encounter> encounters() {
    return Collections.unmodifiableList(Arrays.asList(ordered));
  }

  private long begin(int index) {
    return moments[2 * index];
  }

  private long end(int index) {
    return moments[2 * index + 1];
  }

  /**
   * With one more encounter.
   *
   * @param sinceMillis encounters before the first that ends at or after this are forgotten
   */
  public Timeline with(Encounter encounter, long sinceMillis) {
    int from = 0;
    while (from < ordered.length && end(from) < sinceMillis) {
      from++;
    }
    int kept = ordered.length - from;
    Encounter[] all = Arrays.copyOfRange(ordered, from, ordered.length + 1);
    all[kept] = encounter;
    long begin = encounter.beginMillis();
    if (kept > 0
        && begin <= begin(ordered.length - 1)
        && ORDER.compare(all[kept - 1], encounter) > 0) {
      return new Timeline(Arrays.asList(all));
    }
    long[] more = Arrays.copyOfRange(moments, 2 * from, moments.length + 2);
    more[2 * kept] = begin;
    more[2 * kept + 1] = encounter.endMillis();
    return new Timeline(all, more);
  }

  /** The encounter of an id, if it stands. */
  public Optional<Encounter> find(String encounterId) {
    return Arrays.stream(ordered)
        .filter(encounter -> encounter.id().equals(encounterId))
        .findFirst();
  }

  /** The stays, in order. */
  public List<Encounter> stays() {
    return Arrays.stream(ordered).filter(Encounter::isStay).toList();
  }

  /** The encounters that touch the closed interval between two moments, in order. */
  public List<Encounter> between(long fromMillis, long toMillis) {
    List<Encounter> between = new ArrayList<>();
    for (int i = 0; i < ordered.length; i++) {
      if (begin(i) <= toMillis && end(i) >= fromMillis) {
        between.add(ordered[i]);
      }
    }
    return between;
  }

  /**
   * The encounters before one of this timeline, in order.
   *
   * @param lookbackMillis those that ended longer than this before it began are left out
   */
  public List<Encounter> before(Encounter encounter, long lookbackMillis) {
    long since = encounter.beginMillis() - lookbackMillis;
    int place = place(encounter);
    int from = place;
    int first = place;
    for (int i = place - 1; i >= 0; i--) {
      if (end(i) >= since) {
        first = i;
        from = i == from - 1 ? i : from;
      }
    }
    if (first == from) {
      return encounters().subList(from, place);
    }
    List<Encounter> before = new ArrayList<>();
    for (int i = first; i < place; i++) {
      if (end(i) >= since) {
        before.add(ordered[i]);
      }
    }
    return before;
  }

  /** How many encounters before one of this timeline begin at or after a moment. */
  public int countBefore(Encounter encounter, long sinceMillis) {
    int place = place(encounter);
    int from = place;
    while (from > 0 && begin(from - 1) >= sinceMillis) {
      from--;
    }
    return place - from;
  }

  // Mostly the very object that is asked for, and one of the last.
  @SuppressWarnings("ReferenceEquality")
  private int place(Encounter encounter) {
    for (int i = ordered.length - 1; i >= 0; i--) {
      if (ordered[i] == encounter) {
        return i;
      }
    }
    for (int i = 0; i < ordered.length; i++) {
      if (ordered[i].id().equals(encounter.id())) {
        return i;
      }
    }
    return ordered.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Timeline timeline && Arrays.equals(ordered, timeline.ordered);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ordered);
  }

  /** Without any value: a person's history must not end up in a log. */
  @Override
  public String toString() {
    return "Timeline[" + ordered.length + " encounters]";
  }
}
