package org.fundwatch.rules.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundwatch.domain.code.MedType;
import org.fundwatch.rules.check.Requirement;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.compile.Context;
import org.fundwatch.rules.knowledge.KnowledgeTable;
import org.fundwatch.rules.schema.SubjectType;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a judge by subject type, visit type and item code, so that a candidate meets only
 * rules that can match. Immutable.
 */
final class RuleIndex {

  private static final ByItem NONE = new ByItem(List.of());

  private final Map<SubjectType, Map<MedType, ByItem>> byType = new EnumMap<>(SubjectType.class);

  RuleIndex(List<CompiledRule> rules, String version) {
    CodeIndex codes = new CodeIndex();
    Map<SubjectType, List<Entry>> sorted = new EnumMap<>(SubjectType.class);
    int number = 0;
    for (CompiledRule rule : rules) {
      sorted
          .computeIfAbsent(rule.document().subject(), type -> new ArrayList<>())
          .add(new Entry(number++, rule, new FindingMaker(rule, version), codes));
    }
    sorted.forEach(
        (type, entries) -> {
          entries.sort(Comparator.comparingLong(Entry::lookbackMillis));
          byType.put(type, byVisit(entries));
        });
  }

  private static Map<MedType, ByItem> byVisit(List<Entry> entries) {
    Map<MedType, ByItem> byVisit = new EnumMap<>(MedType.class);
    for (MedType visit : MedType.values()) {
      List<Entry> of = entries.stream().filter(entry -> entry.judges(visit)).toList();
      if (!of.isEmpty()) {
        byVisit.put(visit, new ByItem(of));
      }
    }
    return byVisit;
  }

  /** The rules on a subject type that judge such visits. */
  ByItem of(SubjectType type, MedType visit) {
    Map<MedType, ByItem> byVisit = byType.get(type);
    return byVisit == null ? NONE : byVisit.getOrDefault(visit, NONE);
  }

  /** Rules by the items that they require, those that look back less far first. */
  static final class ByItem {
    private final List<Entry> ofAny;
    private final Map<String, List<Entry>> ofItem = new HashMap<>();

    ByItem(List<Entry> entries) {
      ofAny = entries.stream().filter(entry -> entry.items() == null).toList();
      Set<String> items = new HashSet<>();
      for (Entry entry : entries) {
        if (entry.items() != null) {
          items.addAll(entry.items());
        }
      }
      for (String item : items) {
        ofItem.put(
            item,
            entries.stream()
                .filter(entry -> entry.items() == null || entry.items().contains(item))
                .toList());
      }
    }

    /** The rules that can match an item; those of no item for the empty code. */
    List<Entry> of(String item) {
      return ofItem.getOrDefault(item, ofAny);
    }
  }

  /** A rule with what is asked of every candidate before it is evaluated. */
  static final class Entry {
    private final int number;
    private final CompiledRule rule;
    private final FindingMaker maker;
    private final long lookbackMillis;
    private final int fromDay;
    private final int toDay;
    private final int exceptions;
    private final Set<String> insurances;
    private final List<MedType> visits;
    private final @Nullable Set<String> items;
    private final CodeIndex codes;
    private final long required;

    Entry(int number, CompiledRule rule, FindingMaker maker, CodeIndex codes) {
      this.number = number;
      this.rule = rule;
      this.maker = maker;
      this.lookbackMillis = rule.document().lookbackMillis();
      this.fromDay = rule.document().fromDay();
      this.toDay = rule.document().toDay();
      this.exceptions = rule.document().exceptions().size();
      this.insurances = Set.copyOf(rule.document().info().insuranceTypes());
      this.visits = rule.document().visits();
      this.codes = codes;
      Set<String> fewest = null;
      long bits = 0;
      for (Requirement requirement : rule.checked().requirements()) {
        Set<String> keys = keys(rule, requirement);
        if (requirement.part() != Requirement.Part.ITEM) {
          bits |= codes.bit(requirement, keys);
        } else if (requirement.prefix() == 0 && (fewest == null || keys.size() < fewest.size())) {
          fewest = keys;
        }
      }
      this.items = fewest;
      this.required = bits;
    }

    /** The rule's place among those of the judge. */
    int number() {
      return number;
    }

    CompiledRule rule() {
      return rule;
    }

    FindingMaker maker() {
      return maker;
    }

    long lookbackMillis() {
      return lookbackMillis;
    }

    int exceptions() {
      return exceptions;
    }

    boolean judges(MedType visit) {
      return visits.isEmpty() || visits.contains(visit);
    }

    @Nullable Set<String> items() {
      return items;
    }

    /** True unless validity, insurance or the codes at hand rule it out. */
    boolean applies(Context context, Codes at) {
      return context.day() >= fromDay
          && context.day() <= toDay
          && (insurances.isEmpty() || insurances.contains(context.insurance()))
          && at.meet(codes, required);
    }

    /** True where the index lets the rule see a candidate. */
    boolean reaches(Candidate candidate) {
      return (items == null || items.contains(candidate.item()))
          && candidate.codes().meet(codes, required);
    }

    private static Set<String> keys(CompiledRule rule, Requirement requirement) {
      for (KnowledgeTable table : rule.tables()) {
        if (table.name().equals(requirement.table())) {
          return table.keys();
        }
      }
      throw new IllegalStateException("table " + requirement.table() + " passed the check unknown");
    }
  }
}
