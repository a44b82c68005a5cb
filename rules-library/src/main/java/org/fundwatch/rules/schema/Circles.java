package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * Finds circles of people by the lift of pairs. With N people in all, of whom m(d) came on day d or
 * within the span after it, an occasion that two people share from day d on weighs {@code idf(d) =
 * ln(N / m(d))}: much on a quiet day, nothing where everybody came. The weight of a pair is the sum
 * over its occasions. If each of a day's a(d) people could as well have been any of the N, a pair
 * would weigh {@code E = sum over d of idf(d) (a(d)^2 + 2 sum over j in 1..span of a(d) a(d+j)) /
 * N^2}; the lift is the weight over E. Pairs heavy and lifted enough are the edges of a graph, its
 * connected components, peeled until they are dense, the circles.
 *
 * <p>After the pair lift of our notes, 4.7, of which the null model is made precise here: people
 * are known by one institution's stays alone, so N are those and not the insured of an area.
 */
final class Circles {

  private final long span;
  private final List<String> names;
  private final List<NavigableSet<Long>> days = new ArrayList<>();
  private final SortedMap<Long, List<Integer>> arrivals = new TreeMap<>();

  private Circles(Collection<VisitView> stays, long span) {
    this.span = span;
    SortedMap<String, NavigableSet<Long>> byPerson = new TreeMap<>();
    for (VisitView stay : stays) {
      byPerson
          .computeIfAbsent(stay.person(), person -> new TreeSet<>())
          .add(ShanghaiTime.epochDay(stay.begin()));
    }
    this.names = List.copyOf(byPerson.keySet());
    for (NavigableSet<Long> ofPerson : byPerson.values()) {
      int person = days.size();
      days.add(ofPerson);
      ofPerson.forEach(day -> arrivals.computeIfAbsent(day, none -> new ArrayList<>()).add(person));
    }
  }

  /**
   * The circles, the largest first.
   *
   * @param stays in any order
   * @param span days after another's arrival within which one came together
   * @param apart fewest days between the first and the last occasion of a pair
   * @param leastWeight of a pair
   * @param leastLift of a pair
   * @param leastDensity share of a circle's pairs that came together themselves
   */
  static List<CircleView> of(
      Collection<VisitView> stays,
      long span,
      long apart,
      double leastWeight,
      double leastLift,
      double leastDensity) {
    Circles circles = new Circles(stays, span);
    SortedMap<Long, Double> idf = circles.idf();
    double expected = circles.expected(idf);
    List<Pair> pairs = new ArrayList<>();
    for (int person = 0; person < circles.names.size(); person++) {
      for (Map.Entry<Integer, NavigableSet<Long>> other : circles.joint(person).entrySet()) {
        NavigableSet<Long> on = other.getValue();
        double weight = on.stream().mapToDouble(day -> idf.getOrDefault(day, 0.0)).sum();
        if (on.last() - on.first() >= apart
            && weight >= leastWeight
            && weight >= leastLift * expected) {
          pairs.add(new Pair(person, other.getKey(), weight, weight / expected, on));
        }
      }
    }
    return circles.components(pairs, leastDensity);
  }

  private SortedMap<Long, Double> idf() {
    SortedMap<Long, Double> idf = new TreeMap<>();
    for (long day : arrivals.keySet()) {
      Set<Integer> present = new HashSet<>();
      arrivals.subMap(day, day + span + 1).values().forEach(present::addAll);
      idf.put(day, Math.log(names.size() / (double) present.size()));
    }
    return idf;
  }

  private double expected(SortedMap<Long, Double> idf) {
    double sum = 0;
    for (Map.Entry<Long, List<Integer>> one : arrivals.entrySet()) {
      long day = one.getKey();
      double came = one.getValue().size();
      double after =
          arrivals.subMap(day + 1, day + span + 1).values().stream().mapToInt(List::size).sum();
      sum += idf.getOrDefault(day, 0.0) * came * (came + 2 * after);
    }
    return sum / Math.pow(names.size(), 2);
  }

  // The occasions with each later person, by the day on which the first of the two came. Whoever
  // came once has no second occasion with anybody: most people drop out here.
  private SortedMap<Integer, NavigableSet<Long>> joint(int person) {
    SortedMap<Integer, NavigableSet<Long>> joint = new TreeMap<>();
    NavigableSet<Long> own = days.get(person);
    if (own.size() < 2) {
      return joint;
    }
    for (long day : own) {
      arrivals
          .subMap(day - span, day + span + 1)
          .forEach(
              (other, came) ->
                  came.stream()
                      .filter(one -> one > person && days.get(one).size() > 1)
                      .forEach(
                          one ->
                              joint
                                  .computeIfAbsent(one, none -> new TreeSet<>())
                                  .add(Math.min(day, other))));
    }
    return joint;
  }

  private List<CircleView> components(List<Pair> pairs, double leastDensity) {
    int[] parents = new int[names.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
    pairs.forEach(pair -> parents[root(parents, pair.one())] = root(parents, pair.other()));
    SortedMap<Integer, List<Pair>> byRoot = new TreeMap<>();
    pairs.forEach(
        pair ->
            byRoot.computeIfAbsent(root(parents, pair.one()), root -> new ArrayList<>()).add(pair));
    return byRoot.values().stream()
        .map(component -> circle(dense(component, leastDensity)))
        .sorted(
            Comparator.comparingLong(CircleView::size)
                .reversed()
                .thenComparing(circle -> circle.persons().get(0)))
        .toList();
  }

  // In a large hospital chance pairs join a circle to others: whoever has the fewest pairs goes,
  // until enough of the pairs among the rest are there.
  private static List<Pair> dense(List<Pair> component, double leastDensity) {
    List<Pair> pairs = component;
    while (true) {
      SortedMap<Integer, Integer> degrees = new TreeMap<>();
      for (Pair pair : pairs) {
        degrees.merge(pair.one(), 1, Integer::sum);
        degrees.merge(pair.other(), 1, Integer::sum);
      }
      if (2.0 * pairs.size() >= leastDensity * degrees.size() * (degrees.size() - 1)) {
        return pairs;
      }
      int fewest = Collections.min(degrees.values());
      int last =
          degrees.entrySet().stream()
              .filter(one -> one.getValue() == fewest)
              .mapToInt(Map.Entry::getKey)
              .max()
              .orElseThrow();
      pairs = pairs.stream().filter(pair -> pair.one() != last && pair.other() != last).toList();
    }
  }

  private CircleView circle(List<Pair> pairs) {
    SortedSet<String> persons = new TreeSet<>();
    NavigableSet<Long> occasions = new TreeSet<>();
    for (Pair pair : pairs) {
      persons.add(names.get(pair.one()));
      persons.add(names.get(pair.other()));
      occasions.addAll(pair.on());
    }
    return new CircleView(
        List.copyOf(persons),
        pairs.size(),
        pairs.stream().mapToDouble(Pair::weight).sum() / pairs.size(),
        pairs.stream().mapToDouble(Pair::lift).sum() / pairs.size(),
        occasions.size());
  }

  private static int root(int[] parents, int person) {
    int root = person;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** Two people who came together, and from which days on. */
  private record Pair(int one, int other, double weight, double lift, NavigableSet<Long> on) {}
}
