package org.fundwatch.rules.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.rules.knowledge.GroupingBook;

/** Takes releases and registries into the knowledge tables of a rule library. */
public final class ReleaseImport {

  private static final String FOLDER = "knowledge/";
  private static final String ENDING = ".csv";

  private final Map<String, String> files;
  private final Map<String, List<Difference>> differences = new TreeMap<>();
  private int superseded;

  /** Into the tables of a library. */
  public ReleaseImport(RuleBundle library) {
    files = new TreeMap<>(library.files());
  }

  /**
   * Takes in a release.
   *
   * @throws ReleaseException when a table has not the columns for it, or holds a later version
   */
  public void add(Release release, TableUpdate.Terms terms) throws ReleaseException {
    Map<String, List<Entry>> byTable =
        release.entries().stream()
            .collect(Collectors.groupingBy(Entry::table, LinkedHashMap::new, Collectors.toList()));
    // A version may say nothing more of a table that an earlier one filled.
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().startsWith(FOLDER) && file.getValue().contains(terms.release() + ": ")) {
        byTable.putIfAbsent(name(file.getKey()), List.of());
      }
    }
    for (Map.Entry<String, List<Entry>> table : byTable.entrySet()) {
      keep(TableUpdate.apply(table(table.getKey()), table.getValue(), terms));
    }
  }

  /**
   * Takes in a registry, in the place of the invented rows that ship; those that are one list for a
   * region hold on for the days before.
   */
  public void add(Registry registry, Release list, TableUpdate.Terms terms)
      throws ReleaseException {
    TableFile table = table(registry.table());
    keep(
        switch (registry.keeping()) {
          case CHANGES -> TableUpdate.apply(TableUpdate.withoutOurs(table), list.entries(), terms);
          case DATED -> TableUpdate.replace(TableUpdate.withoutOurs(table), list.entries(), terms);
          case WHOLE -> TableUpdate.whole(table, list.entries(), terms);
        });
  }

  /** The library with everything that was taken in. */
  public RuleBundle library() {
    return RuleBundle.of(files);
  }

  /** What became different, by table. */
  public List<Difference> differences() {
    return differences.values().stream().flatMap(List::stream).toList();
  }

  /** Authored rows of ours that end because published ones take their place. */
  public int superseded() {
    return superseded;
  }

  /** Tables that were written and that no rule of the library looks into. */
  public List<String> unused() {
    TreeSet<String> unused = new TreeSet<>(differences.keySet());
    unused.removeIf(GroupingBook::reads);
    unused.removeIf(
        table ->
            files.entrySet().stream()
                .anyMatch(
                    file ->
                        file.getKey().endsWith("/rule.yaml")
                            && file.getValue().contains(table.replace('-', '_') + "(")));
    return List.copyOf(unused);
  }

  private TableFile table(String name) throws ReleaseException {
    String text = files.get(FOLDER + name + ENDING);
    return text == null ? Tables.empty(name) : TableFile.parse(name, text);
  }

  private void keep(TableUpdate.Result result) {
    String name = result.table().name();
    files.put(FOLDER + name + ENDING, result.table().text());
    differences.computeIfAbsent(name, key -> new ArrayList<>()).add(result.difference());
    superseded += result.superseded();
  }

  private static String name(String path) {
    return path.substring(FOLDER.length(), path.length() - ENDING.length());
  }
}
