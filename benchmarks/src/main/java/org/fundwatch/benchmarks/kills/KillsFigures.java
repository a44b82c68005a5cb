package org.fundwatch.benchmarks.kills;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.fundwatch.benchmarks.report.Figures;
import org.fundwatch.benchmarks.report.Table;
import org.fundwatch.benchmarks.truth.Difference;

/**
 * What a test of kills came to.
 *
 * @param plan what was done
 * @param seconds how long the kills took
 * @param settlements sent meanwhile
 * @param versions records on the topic of alerts at the end
 * @param recoveries one for each kill
 * @param index what the alerts of the index, read through the API, differ in from the batch oracle
 * @param topic the same for the last records of the topic
 */
public record KillsFigures(
    KillsPlan plan,
    long seconds,
    int settlements,
    long versions,
    List<Recovery> recoveries,
    Difference index,
    Difference topic) {

  public KillsFigures {
    recoveries = List.copyOf(recoveries);
  }

  /** Whether nothing was lost, doubled or changed. */
  public boolean passed() {
    return index.none() && topic.none();
  }

  /** For docs/benchmarks.md. */
  public String text() {
    Table kills = new Table("killed", "kills", "moment met", "recovery median s", "p95 s", "max s");
    row(kills, "all", recovery -> true);
    for (Strike strike : Strike.values()) {
      row(kills, strike.words(), recovery -> recovery.strike().equals(strike.words()));
    }
    Table found = new Table("compared with the batch oracle", "index", "topic");
    found.row("alerts that should be", "" + index.expected(), "" + topic.expected());
    found.row("lost", "" + index.lost(), "" + topic.lost());
    found.row("extra", "" + index.extra(), "" + topic.extra());
    found.row("duplicate", "" + index.duplicate(), "" + topic.duplicate());
    found.row("different", "" + index.different(), "" + topic.different());
    List<String> examples = new ArrayList<>(index.examples());
    examples.addAll(topic.examples());
    return "%d kills in %d s, seed %d, fault %s; %d settlements at %d a second, %d versions of alerts.%n%n%s%n%s%s"
        .formatted(
            recoveries.size(),
            seconds,
            plan.seed(),
            plan.fault(),
            settlements,
            plan.perSecond(),
            versions,
            kills,
            found,
            examples.isEmpty() ? "" : "\n- " + String.join("\n- ", examples) + "\n");
  }

  private void row(Table table, String name, Predicate<Recovery> which) {
    List<Recovery> chosen = recoveries.stream().filter(which).toList();
    if (chosen.isEmpty()) {
      return;
    }
    List<Double> seconds = chosen.stream().map(Recovery::seconds).toList();
    table.row(
        name,
        "" + chosen.size(),
        "" + chosen.stream().filter(Recovery::hit).count(),
        Table.number(Figures.percentile(seconds, 0.5), 1),
        Table.number(Figures.percentile(seconds, 0.95), 1),
        Table.number(Figures.percentile(seconds, 1), 1));
  }
}
