package org.fundwatch.streaming.person;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundwatch.domain.desk.PackSale;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.settlement.TraceCode;
import org.fundwatch.streaming.pack.PackChange;
import org.fundwatch.streaming.person.PersonUpdate.VisitDifference;

/** What a change of a person's settlements means for the desks beyond the person. */
final class Forks {

  private Forks() {}

  static List<VisitDifference> visits(Set<String> touched, View old, View now) {
    List<VisitDifference> differences = new ArrayList<>();
    for (String settlement : touched) {
      Visit before = old.visit(settlement);
      Visit after = now.visit(settlement);
      if (!Objects.equals(before, after)) {
        differences.add(new VisitDifference(before, after));
      }
    }
    return differences;
  }

  static List<PackChange> packs(Set<String> touched, View old, View now, Cause cause) {
    Map<String, Set<PackSale>> before = sales(touched, old);
    Map<String, Set<PackSale>> after = sales(touched, now);
    Set<String> codes = new TreeSet<>(before.keySet());
    codes.addAll(after.keySet());
    List<PackChange> changes = new ArrayList<>();
    for (String code : codes) {
      List<PackSale> gone = less(before, after, code);
      List<PackSale> come = less(after, before, code);
      if (!gone.isEmpty() || !come.isEmpty()) {
        changes.add(new PackChange(code, gone, come, cause));
      }
    }
    return changes;
  }

  private static Map<String, Set<PackSale>> sales(Set<String> settlements, View view) {
    Map<String, Set<PackSale>> byCode = new TreeMap<>();
    for (String settlement : settlements) {
      Statement statement = view.statement(settlement);
      Visit visit = view.visit(settlement);
      if (statement != null && visit != null) {
        for (Pack pack : statement.packs()) {
          TraceCode trace = pack.trace();
          byCode
              .computeIfAbsent(trace.code(), code -> new LinkedHashSet<>())
              .add(
                  new PackSale(
                      visit.withoutCare(),
                      statement.messageId(),
                      trace.item(),
                      trace.split(),
                      trace.countE4(),
                      trace.soldMillis(),
                      pack.amountFen()));
        }
      }
    }
    return byCode;
  }

  private static List<PackSale> less(
      Map<String, Set<PackSale>> from, Map<String, Set<PackSale>> without, String code) {
    Set<PackSale> rest = new LinkedHashSet<>(from.getOrDefault(code, Set.of()));
    rest.removeAll(without.getOrDefault(code, Set.of()));
    return List.copyOf(rest);
  }
}
