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
 * <p>Moments, and a trace of what was charged, are kept beside the encounters: a look at a window,
 * at the stays or for an item does not touch every encounter of a long history.
 */
public final class Timeline {

  private static final Comparator<Encounter> ORDER =
      Comparator.comparingLong(Encounter::beginMillis).thenComparing(Encounter::id);

  // Columns of an encounter: first moment, last moment, trace of what it holds.
  private static final int BEGIN = 0;
  private static final int END = 1;
  private static final int TRACE = 2;
  private static final int COLUMNS = 3;

  private static final long STAY = 1L << 63;
  private static final int ITEM_BITS = 63;

  private final Encounter[] ordered;
  private final long[] columns;

  /** Of encounters in any order. */
  public Timeline(List<Encounter> encounters) {
    ordered = encounters.toArray(Encounter[]::new);
    Arrays.sort(ordered, ORDER);
    columns = new long[COLUMNS * ordered.length];
    for (int i = 0; i < ordered.length; i++) {
      fill(columns, i, ordered[i]);
    }
  }

  private Timeline(Encounter[] ordered, long[] columns) {
    this.ordered = ordered;
    this.columns = columns;
  }

  private static void fill(long[] columns, int index, Encounter encounter) {
    columns[COLUMNS * index + BEGIN] = encounter.beginMillis();
    columns[COLUMNS * index + END] = encounter.endMillis();
    long trace = encounter.isStay() ? STAY : 0;
    for (ItemTotal item : encounter.items()) {
      trace |= trace(item.item());
    }
    columns[COLUMNS * index + TRACE] = trace;
  }

  // One bit of an item: without it the item is not there, with it perhaps.
  private static long trace(String item) {
    long spread = Integer.toUnsignedLong(item.hashCode() * 0x9E3779B9);
    return 1L << ((spread * ITEM_BITS) >>> Integer.SIZE);
  }

  /** The encounters in order. */
  public List<Encounter> encounters() {
    return Collections.unmodifiableList(Arrays.asList(ordered));
  }

  private long begin(int index) {
    return columns[COLUMNS * index + BEGIN];
  }

  private long end(int index) {
    return columns[COLUMNS * index + END];
  }

  private boolean holds(int index, long trace) {
    return (columns[COLUMNS * index + TRACE] & trace) != 0;
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
    long[] more = Arrays.copyOfRange(columns, COLUMNS * from, columns.length + COLUMNS);
    fill(more, kept, encounter);
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

  /** The stays among {@link #before}. */
  public List<Encounter> staysBefore(Encounter encounter, long lookbackMillis) {
    return before(encounter, lookbackMillis, STAY);
  }

  /** Those of {@link #before} that were charged an item, refunds or not. */
  public List<Encounter> chargedBefore(Encounter encounter, long lookbackMillis, String item) {
    List<Encounter> before = before(encounter, lookbackMillis, trace(item));
    before.removeIf(one -> !one.charged(item));
    return before;
  }

  private List<Encounter> before(Encounter encounter, long lookbackMillis, long trace) {
    long since = encounter.beginMillis() - lookbackMillis;
    int place = place(encounter);
    List<Encounter> before = new ArrayList<>(0);
    for (int i = 0; i < place; i++) {
      if (holds(i, trace) && end(i) >= since) {
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
