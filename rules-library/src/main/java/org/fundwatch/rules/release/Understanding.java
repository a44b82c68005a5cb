package org.fundwatch.rules.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the rows say. A sheet without codes defines limits by name; the rows of other sheets with
 * the same name are limited by them.
 */
final class Understanding {

  private final String file;
  private final List<Said> entries = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  Understanding(String file, List<SourceRow> rows) {
    this.file = file;
    Set<String> coded =
        rows.stream()
            .filter(Understanding::hasCode)
            .map(SourceRow::sheet)
            .collect(Collectors.toSet());
    Map<String, Definition> definitions = new LinkedHashMap<>();
    for (SourceRow row : rows) {
      if (!coded.contains(row.sheet())) {
        define(definitions, row);
      }
    }
    for (SourceRow row : rows) {
      if (coded.contains(row.sheet())) {
        Definition definition = definitions.get(key(row));
        if (definition == null) {
          add(row);
        } else {
          add(row, definition);
        }
      }
    }
    definitions.values().stream().filter(Definition::unused).forEach(this::refuseUnused);
    refuseContradictions();
  }

  // Of two limits that exclude each other, neither can be taken: whichever is wrong accuses people.
  private void refuseContradictions() {
    Map<String, Set<Map<String, String>>> said = new HashMap<>();
    for (Said one : entries) {
      if (Tables.single(one.entry.table())) {
        said.computeIfAbsent(one.key(), key -> new HashSet<>()).add(one.entry.limits());
      }
    }
    Set<SourceRow> refused = new HashSet<>();
    for (Said one : entries) {
      Set<Map<String, String>> all = said.getOrDefault(one.key(), Set.of());
      if (all.size() > 1 && refused.add(one.row)) {
        refuse(
            one.row,
            "limits that exclude each other: "
                + new TreeSet<>(all.stream().map(Object::toString).toList()),
            "one for each item");
      }
    }
    entries.removeIf(one -> refused.contains(one.row));
  }

  List<Entry> entries() {
    return entries.stream().map(Said::entry).toList();
  }

  List<Refusal> refusals() {
    return refusals;
  }

  private void define(Map<String, Definition> definitions, SourceRow row) {
    Definition before = definitions.putIfAbsent(key(row), new Definition(row));
    if (before != null && !before.row.limit().equals(row.limit())) {
      refuse(
          row,
          "'%s' is limited to '%s' here, to '%s' in row %d"
              .formatted(row.name(), row.limit(), before.row.limit(), before.row.number()),
          "one limit for each name");
    }
  }

  private void add(SourceRow row) {
    try {
      entries.addAll(read(row));
    } catch (NotUnderstoodException e) {
      refuse(row, e.found(), e.allowed());
    }
  }

  // What is wrong with the limit is said once, where it stands; its codes point there.
  private void add(SourceRow row, Definition definition) {
    definition.used = true;
    try {
      Codes.code(row.cell(Meaning.CODE));
    } catch (NotUnderstoodException e) {
      refuse(row, e.found(), e.allowed());
      return;
    }
    try {
      entries.addAll(read(row.definedBy(definition.row)));
    } catch (NotUnderstoodException e) {
      if (!definition.refused) {
        definition.refused = true;
        refuse(definition.row, e.found(), e.allowed());
      }
      refuse(row, "limited by " + definition.row.place(), "a limit that is understood");
    }
  }

  private static List<Said> read(SourceRow row) throws NotUnderstoodException {
    return Limits.read(row).stream()
        .map(limit -> new Said(row, new Entry(limit.table(), limit.cells(), row.place())))
        .toList();
  }

  private void refuseUnused(Definition definition) {
    refuse(
        definition.row,
        "'%s' has no code".formatted(definition.row.name()),
        "a code in this or another sheet");
  }

  private void refuse(SourceRow row, String found, String allowed) {
    refusals.add(new Refusal(file, row.sheet(), row.number(), found, allowed));
  }

  private static boolean hasCode(SourceRow row) {
    return row.has(Meaning.CODE) || row.has(Meaning.MAIN_CODE) || row.has(Meaning.SUB_CODE);
  }

  private static String key(SourceRow row) {
    return row.kind() + " " + Words.plain(row.name());
  }

  /** What a row says, and the row. */
  private record Said(SourceRow row, Entry entry) {

    String key() {
      return entry.table() + " " + entry.cells().get("item");
    }
  }

  /** A limit by name, and what became of it. */
  private static final class Definition {

    private final SourceRow row;
    private boolean used;
    private boolean refused;

    Definition(SourceRow row) {
      this.row = row;
    }

    boolean unused() {
      return !used;
    }
  }
}
