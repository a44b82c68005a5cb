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
      Visit visit = view.visit(settlement);
      if (visit == null) {
        continue;
      }
      List<Statement> statements = new ArrayList<>(view.ofPacks(settlement));
      Statement told = view.statement(settlement);
      if (told != null) {
        statements.add(told);
      }
      for (Statement statement : statements) {
        for (Pack pack : statement.packs()) {
          byCode
              .computeIfAbsent(pack.trace().code(), code -> new LinkedHashSet<>())
              .add(sale(visit, statement, pack));
        }
      }
    }
    return byCode;
  }

  private static PackSale sale(Visit visit, Statement statement, Pack pack) {
    TraceCode trace = pack.trace();
    return new PackSale(
        visit.withoutCare(),
        statement.messageId(),
        trace.item(),
        trace.split(),
        trace.countE4(),
        trace.soldMillis(),
        pack.amountFen());
  }

  private static List<PackSale> less(
      Map<String, Set<PackSale>> from, Map<String, Set<PackSale>> without, String code) {
    Set<PackSale> rest = new LinkedHashSet<>(from.getOrDefault(code, Set.of()));
    rest.removeAll(without.getOrDefault(code, Set.of()));
    return List.copyOf(rest);
  }
}
