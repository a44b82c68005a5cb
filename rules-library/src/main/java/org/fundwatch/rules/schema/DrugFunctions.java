package org.fundwatch.rules.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fundwatch.domain.timeline.Encounter;

/** Functions over drugs and prescriptions. All are total. */
public final class DrugFunctions {

  private static final Pattern HERB = Pattern.compile("T\\d{9}");

  private DrugFunctions() {}

  @Described("true for the national code of a herb (T and nine digits)")
  public static boolean herbCode(String item) {
    return HERB.matcher(item).matches();
  }

  @Described("the texts, each once, in their order")
  public static List<String> different(List<String> texts) {
    return List.copyOf(new LinkedHashSet<>(texts));
  }

  @Described(
      "most different items of some categories (med_chrgitm_type) on one prescription; lines"
          + " without a prescription number do not count")
  public static long onOnePrescription(SettlementView settlement, List<String> categories) {
    Map<String, Set<String>> items = new HashMap<>();
    for (LineView line : settlement.lines()) {
      if (!line.prescription().isEmpty() && categories.contains(line.category())) {
        items.computeIfAbsent(line.prescription(), number -> new HashSet<>()).add(line.item());
      }
    }
    return items.values().stream().mapToLong(Set::size).max().orElse(0);
  }

  @Described("visits within a span before this one that supplied the drug, this one among them")
  public static long visitsWithin(SupplyView supply, @Span long span) {
    return supply.within(span).size() + 1L;
  }

  @Described("institutions that supplied the drug within a span before this visit, or at it")
  public static long institutionsWithin(SupplyView supply, @Span long span) {
    Set<String> institutions = new HashSet<>();
    institutions.add(supply.visit().head().institution().code());
    supply.within(span).forEach(one -> institutions.add(one.head().institution().code()));
    return institutions.size();
  }

  @Described("days of the drug supplied within a span before this visit, and at it")
  public static double suppliedWithin(SupplyView supply, @Span long span) {
    double days = supply.days();
    for (Encounter one : supply.within(span)) {
      days += supply.suppliedDays(one);
    }
    return days;
  }
}
