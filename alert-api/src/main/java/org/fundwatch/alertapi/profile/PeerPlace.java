package org.fundwatch.alertapi.profile;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The place among those alike. Only who has alerts is known here: the others of the group are not
 * in it, and without settlements nothing can be told per settlement.
 *
 * @param group who is in it, in words
 * @param region beginning of the division that it is taken from, as far as the asker sees it
 * @param size how many, this one among them
 * @param measures one by one
 */
public record PeerPlace(String group, String region, int size, List<PeerMeasure> measures) {

  /**
   * A measure.
   *
   * @param name of it
   * @param value of this one
   * @param place from 1, the highest; those with the same value share it
   * @param median of the group
   * @param highest of the group
   */
  public record PeerMeasure(String name, long value, int place, long median, long highest) {
    static PeerMeasure of(String name, long value, Collection<Long> group) {
      var sorted = group.stream().sorted().toList();
      return new PeerMeasure(
          name,
          value,
          1 + (int) sorted.stream().filter(other -> other > value).count(),
          sorted.get((sorted.size() - 1) / 2),
          sorted.get(sorted.size() - 1));
    }
  }

  /**
   * The place of one.
   *
   * @param all of the group by their codes; this one is among them
   */
  static PeerPlace of(String code, String group, String region, Map<String, Split.Counted> all) {
    var own = all.getOrDefault(code, Split.Counted.NONE);
    if (!all.containsKey(code)) {
      return new PeerPlace(group, region, all.size(), List.of());
    }
    var counted = all.values();
    return new PeerPlace(
        group,
        region,
        all.size(),
        List.of(
            PeerMeasure.of(
                "alerts, suspected and confirmed",
                own.alerts(),
                counted.stream().map(Split.Counted::alerts).toList()),
            PeerMeasure.of(
                "their amount in fen",
                own.amountFen(),
                counted.stream().map(Split.Counted::amountFen).toList()),
            PeerMeasure.of(
                "amount per alert in fen",
                perAlert(own),
                counted.stream().map(PeerPlace::perAlert).toList())));
  }

  private static long perAlert(Split.Counted counted) {
    return counted.alerts() == 0 ? 0 : counted.amountFen() / counted.alerts();
  }
}
