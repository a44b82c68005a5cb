package org.fundwatch.standalone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.standalone.house.RunningRules;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.judging.DeskReport.State;
import org.fundwatch.streaming.judging.RuleTally;

/** Who runs which rules, in lines for people. */
final class RuleStatusPage {

  private final String published;
  private final Collection<DeskReport> reports;
  private final Map<String, List<DeskReport>> running = new TreeMap<>();

  RuleStatusPage(RunningRules rules) {
    published = rules.published();
    // Parts that a smaller parallelism did away with have said their last word.
    Map<String, DeskReport> newest = new TreeMap<>();
    for (DeskReport report : rules.reports()) {
      newest.merge(report.desk(), report, (a, b) -> a.atMillis() >= b.atMillis() ? a : b);
    }
    reports =
        rules.reports().stream()
            .filter(
                report -> report.subtask() < newest.getOrDefault(report.desk(), report).subtasks())
            .toList();
    for (DeskReport report : reports) {
      if (report.state() == State.RUNNING) {
        running.computeIfAbsent(report.desk(), desk -> new ArrayList<>()).add(report);
      }
    }
  }

  /** True where every part of every desk runs what is published. */
  boolean switched() {
    return !running.isEmpty()
        && running.values().stream()
            .allMatch(
                parts ->
                    parts.size() == parts.get(0).subtasks()
                        && parts.stream().allMatch(part -> part.ruleSet().equals(published)));
  }

  /** One line: how many parts run the published rules. */
  String summary() {
    long parts = running.values().stream().mapToLong(List::size).sum();
    long current =
        running.values().stream()
            .flatMap(List::stream)
            .filter(part -> part.ruleSet().equals(published))
            .count();
    long failing =
        reports.stream()
            .filter(report -> report.state() == State.COUNTED)
            .flatMap(report -> report.tallies().stream())
            .filter(tally -> tally.failed() > 0)
            .map(RuleTally::rule)
            .distinct()
            .count();
    return "%s published, %d of %d parts run it%s"
        .formatted(
            published.isEmpty() ? "none" : published,
            current,
            parts,
            failing == 0 ? "" : ", " + failing + " rules fail: ./fundwatch rules status --counts");
  }

  /** What each part of each desk runs, who refused and which rules fail. */
  List<String> parts() {
    List<String> lines = new ArrayList<>();
    running.forEach(
        (desk, parts) -> {
          for (DeskReport part : parts) {
            lines.add(
                "%-18s %d/%d  %s  knowledge %s  %d rules, %d on trial  %s  %s"
                    .formatted(
                        desk,
                        part.subtask() + 1,
                        part.subtasks(),
                        part.ruleSet(),
                        part.knowledge(),
                        part.rules(),
                        part.shadows(),
                        moment(part),
                        past(part)));
            of(part, State.REFUSED)
                .filter(refused -> refused.atMillis() >= part.atMillis())
                .ifPresent(refused -> lines.add("  refused a bundle: " + refused.detail()));
            of(part, State.LATE).ifPresent(late -> lines.add("  too late: " + late.detail()));
          }
        });
    for (DeskReport report : reports) {
      if (report.state() == State.FAILED) {
        lines.add(
            "failed  %s desk, %s: %s"
                .formatted(report.desk(), ShanghaiTime.format(report.atMillis()), report.detail()));
      }
    }
    return lines;
  }

  /** Counts by rule over all parts, and the longest lag by desk. */
  List<String> counts() {
    Map<String, long[]> sums = new TreeMap<>();
    Map<String, Boolean> shadows = new TreeMap<>();
    Map<String, Long> lags = new TreeMap<>();
    for (DeskReport report : counted()) {
      lags.merge(report.desk(), report.lagMillis(), Math::max);
      for (RuleTally tally : report.tallies()) {
        long[] sum = sums.computeIfAbsent(tally.rule(), rule -> new long[4]);
        sum[0] += tally.judged();
        sum[1] += tally.fired();
        sum[2] += tally.withdrawn();
        sum[3] += tally.failed();
        shadows.merge(tally.rule(), tally.shadow(), Boolean::logicalOr);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-40s %12s %10s %10s %8s".formatted("rule", "judged", "fired", "withdrawn", "failed"));
    sums.forEach(
        (rule, sum) ->
            lines.add(
                "%-40s %12d %10d %10d %8d%s"
                    .formatted(
                        rule,
                        sum[0],
                        sum[1],
                        sum[2],
                        sum[3],
                        shadows.getOrDefault(rule, false) ? "  on trial" : "")));
    lags.forEach((desk, lag) -> lines.add("lag  %-18s %d ms".formatted(desk, lag)));
    return lines;
  }

  /** The last of what a rule on trial would have said. */
  List<String> samples(String rule) {
    return counted().stream()
        .flatMap(report -> report.tallies().stream())
        .filter(tally -> tally.rule().equals(rule))
        .flatMap(tally -> tally.samples().stream())
        .toList();
  }

  private List<DeskReport> counted() {
    return reports.stream().filter(report -> report.state() == State.COUNTED).toList();
  }

  private static String moment(DeskReport part) {
    return part.publishedMillis() == 0
        ? "came with the release"
        : "published " + ShanghaiTime.format(part.publishedMillis());
  }

  private String past(DeskReport part) {
    if (part.publishedMillis() == 0) {
      return "";
    }
    return of(part, State.SWEPT)
        .filter(swept -> swept.ruleSet().equals(part.ruleSet()))
        .map(swept -> swept.detail() + since(swept, part.publishedMillis()))
        .orElse("still judging the past");
  }

  // A part that begins its sweep again after a restart tells of it long after.
  private static String since(DeskReport swept, long publishedMillis) {
    return ", through %.1f s after".formatted((swept.atMillis() - publishedMillis) / 1000.0);
  }

  private Optional<DeskReport> of(DeskReport part, State state) {
    return reports.stream()
        .filter(one -> one.state() == state)
        .filter(one -> one.desk().equals(part.desk()) && one.subtask() == part.subtask())
        .findFirst();
  }
}
