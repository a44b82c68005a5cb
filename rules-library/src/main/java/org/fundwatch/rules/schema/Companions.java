package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * People who are admitted together more than once. Two occasions are enough: that the same few
 * persons fall ill on the same days twice is hardly chance.
 */
final class Companions {

  private static final long DAY_MILLIS = 86_400_000L;

  private Companions() {}

  /**
   * The largest set of persons who were admitted within {@code together} of each other on two
   * occasions that begin at least {@code apart} days from each other; of equal ones the earliest.
   */
  static List<String> largest(List<VisitView> stays, long together, long apart) {
    List<Occasion> occasions = occasions(returning(stays), together);
    SortedSet<String> largest = new TreeSet<>();
    for (int i = 0; i < occasions.size(); i++) {
      for (int j = i + 1; j < occasions.size(); j++) {
        Occasion first = occasions.get(i);
        Occasion second = occasions.get(j);
        if (second.day() - first.day() >= apart
            && Math.min(first.persons().size(), second.persons().size()) > largest.size()) {
          SortedSet<String> both = new TreeSet<>(first.persons());
          both.retainAll(second.persons());
          largest = both.size() > largest.size() ? both : largest;
        }
      }
    }
    return List.copyOf(largest);
  }

  // Whoever was admitted once can be in no such set: most people drop out here.
  private static List<VisitView> returning(List<VisitView> stays) {
    Map<String, Long> times =
        stays.stream().collect(Collectors.groupingBy(VisitView::person, Collectors.counting()));
    return stays.stream().filter(stay -> times.getOrDefault(stay.person(), 0L) > 1).toList();
  }

  // One for each day of admission: who came from that day on, within the span.
  private static List<Occasion> occasions(List<VisitView> stays, long together) {
    Map<Long, List<VisitView>> byDay =
        stays.stream()
            .collect(
                Collectors.groupingBy(
                    stay -> ShanghaiTime.epochDay(stay.begin()),
                    TreeMap::new,
                    Collectors.toList()));
    List<Occasion> occasions = new ArrayList<>();
    for (Map.Entry<Long, List<VisitView>> day : byDay.entrySet()) {
      long from = ShanghaiTime.startOfDay(day.getKey());
      long to = from + together + DAY_MILLIS;
      SortedSet<String> persons = new TreeSet<>();
      for (VisitView stay : stays) {
        if (stay.begin() >= from && stay.begin() < to) {
          persons.add(stay.person());
        }
      }
      occasions.add(new Occasion(day.getKey(), persons));
    }
    return occasions;
  }

  /** Who was admitted from a day on. */
  private record Occasion(long day, SortedSet<String> persons) {}
}
