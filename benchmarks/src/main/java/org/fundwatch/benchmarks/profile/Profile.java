package org.fundwatch.benchmarks.profile;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.fundwatch.benchmarks.report.Table;

/**
 * Where time went.
 *
 * @param cpuSeconds processor time by part of the process, all threads counted
 * @param samples stack samples of running Java code
 * @param stages share of the samples by what the code does
 * @param methods the methods seen most as the innermost, with their shares
 */
public record Profile(
    List<Share> cpuSeconds, int samples, List<Share> stages, List<Share> methods) {

  /**
   * A share of the whole, or a number of seconds.
   *
   * @param name of what
   */
  public record Share(String name, double value) {

    static final Comparator<Share> LARGEST_FIRST =
        Comparator.comparingDouble(Share::value).reversed().thenComparing(Share::name);
  }

  public Profile {
    cpuSeconds = List.copyOf(cpuSeconds);
    stages = List.copyOf(stages);
    methods = List.copyOf(methods);
  }

  static List<Share> sorted(SortedMap<String, ? extends Number> values, double unit) {
    return values.entrySet().stream()
        .map(entry -> new Share(entry.getKey(), entry.getValue().doubleValue() / unit))
        .sorted(Share.LARGEST_FIRST)
        .toList();
  }

  /** The profile as tables in Markdown. */
  public String text() {
    double all = cpuSeconds.stream().mapToDouble(Share::value).sum();
    Table parts = new Table("part of the process (all threads)", "CPU s", "share");
    cpuSeconds.forEach(
        part ->
            parts.row(
                part.name(), Table.number(part.value(), 1), Table.percent(part.value() / all)));
    Table work = new Table("what Java code does (%,d samples)".formatted(samples), "share");
    stages.forEach(stage -> work.row(stage.name(), Table.percent(stage.value())));
    Table hottest = new Table("innermost method", "share");
    methods.forEach(
        method -> hottest.row("`" + method.name() + "`", Table.percent(method.value())));
    return parts + "\n" + work + "\n" + hottest;
  }
}
