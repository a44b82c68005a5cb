package org.fundwatch.domain.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A person's encounters in order of their first moment, then of id.
 *
 * @param encounters in that order
 */
public record Timeline(List<Encounter> encounters) {

  private static final Comparator<Encounter> ORDER =
      Comparator.comparingLong(Encounter::beginMillis).thenComparing(Encounter::id);

  public Timeline {
    if (!inOrder(encounters)) {
      List<Encounter> ordered = new ArrayList<>(encounters);
      ordered.sort(ORDER);
      encounters = ordered;
    }
    encounters = List.copyOf(encounters);
  }

  private static boolean inOrder(List<Encounter> encounters) {
    for (int i = 1; i < encounters.size(); i++) {
      if (ORDER.compare(encounters.get(i - 1), encounters.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  /** The encounter of an id, if it stands. */
  public Optional<Encounter> find(String encounterId) {
    return encounters.stream().filter(encounter -> encounter.id().equals(encounterId)).findFirst();
  }

  /** The stays, in order. */
  public List<Encounter> stays() {
    return encounters.stream().filter(Encounter::isStay).toList();
  }

  /** The encounters that touch the closed interval between two moments, in order. */
  public List<Encounter> between(long fromMillis, long toMillis) {
    return encounters.stream()
        .filter(
            encounter -> encounter.beginMillis() <= toMillis && encounter.endMillis() >= fromMillis)
        .toList();
  }

  /**
   * The encounters before one of this timeline, in order.
   *
   * @param lookbackMillis those that ended longer than this before it began are left out
   */
  public List<Encounter> before(Encounter encounter, long lookbackMillis) {
    long since = encounter.beginMillis() - lookbackMillis;
    List<Encounter> before = new ArrayList<>();
    for (Encounter other : encounters.subList(0, place(encounter))) {
      if (other.endMillis() >= since) {
        before.add(other);
      }
    }
    return before;
  }

  // Mostly the very object that is asked for, and one of the last.
  @SuppressWarnings("ReferenceEquality")
  private int place(Encounter encounter) {
    for (int i = encounters.size() - 1; i >= 0; i--) {
      if (encounters.get(i) == encounter) {
        return i;
      }
    }
    for (int i = 0; i < encounters.size(); i++) {
      if (encounters.get(i).id().equals(encounter.id())) {
        return i;
      }
    }
    return encounters.size();
  }
}
