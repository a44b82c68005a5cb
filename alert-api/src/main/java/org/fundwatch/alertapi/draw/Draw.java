package org.fundwatch.alertapi.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws institutions by weight without putting back, and for each its officers: of those without a
 * conflict who have the fewest so far, each as likely as the other. The same plan and seed always
 * give the same draw.
 */
final class Draw {
  private final DrawPlan plan;
  private final Numbers numbers;
  private final Map<String, Integer> load = new HashMap<>();

  private Draw(DrawPlan plan, String seed) {
    this.plan = plan;
    this.numbers = new Numbers(plan.fingerprint(), seed);
  }

  /**
   * Draws.
   *
   * @param plan without faults, see {@link DrawFaults}: each target has officers enough
   */
  static List<Team> of(DrawPlan plan, String seed) {
    return new Draw(plan, seed).run();
  }

  /**
   * Who goes where.
   *
   * @param institution code
   * @param officers user names in the order drawn
   */
  public record Team(String institution, List<String> officers) {
    public Team {
      officers = List.copyOf(officers);
    }
  }

  private List<Team> run() {
    var left = new ArrayList<>(plan.targets());
    var teams = new ArrayList<Team>();
    while (teams.size() < plan.institutions()) {
      var target = left.remove(pick(left));
      teams.add(new Team(target.code(), officers(target)));
    }
    return teams;
  }

  private int pick(List<DrawPlan.Target> left) {
    long number = numbers.below(left.stream().mapToLong(DrawPlan.Target::weight).sum());
    int at = 0;
    while (number >= left.get(at).weight()) {
      number -= left.get(at).weight();
      at++;
    }
    return at;
  }

  private List<String> officers(DrawPlan.Target target) {
    var names = new ArrayList<String>();
    while (names.size() < plan.officersEach()) {
      names.add(officer(target, names));
    }
    names.forEach(name -> load.merge(name, 1, Integer::sum));
    return names;
  }

  private String officer(DrawPlan.Target target, List<String> chosen) {
    var free =
        plan.officers().stream()
            .filter(officer -> officer.mayGoTo(target) && !chosen.contains(officer.name()))
            .map(DrawPlan.Officer::name)
            .toList();
    Optional<Integer> fewest = free.stream().map(this::load).min(Integer::compare);
    var next = free.stream().filter(name -> load(name) == fewest.orElse(0)).toList();
    return next.get((int) numbers.below(next.size()));
  }

  private int load(String name) {
    return load.getOrDefault(name, 0);
  }
}
