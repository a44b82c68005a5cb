package org.fundwatch.streaming.judging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.finding.FindingIds;
import org.fundwatch.domain.money.Fen;
import org.fundwatch.domain.time.ShanghaiTime;

/** Counts by rule of one part of a desk; for one thread. */
final class RuleTallies {

  private static final int SAMPLES = 5;

  private final MetricGroup metrics;
  private final SortedMap<String, Count> counts = new TreeMap<>();

  RuleTallies(MetricGroup metrics) {
    this.metrics = metrics;
  }

  void changed(FindingChange change) {
    Finding finding = change.finding();
    Count count = of(finding.rule().id());
    count.shadow = Shadow.is(finding);
    if (change.withdrawn()) {
      count.withdrawn++;
    } else {
      count.fired++;
      if (count.shadow) {
        count.samples.addLast(sample(finding));
        if (count.samples.size() > SAMPLES) {
          count.samples.removeFirst();
        }
      }
    }
  }

  void failed(String rule) {
    of(rule).failed++;
  }

  void judged(String rule, long times) {
    of(rule).judged += times;
  }

  List<RuleTally> all() {
    return counts.entrySet().stream().map(entry -> entry.getValue().tally(entry.getKey())).toList();
  }

  private Count of(String rule) {
    return counts.computeIfAbsent(rule, this::count);
  }

  private Count count(String rule) {
    Count count = new Count();
    MetricGroup group = metrics.addGroup("rule", rule);
    gauge(group, "judged", count, one -> one.judged);
    gauge(group, "fired", count, one -> one.fired);
    gauge(group, "withdrawn", count, one -> one.withdrawn);
    gauge(group, "failed", count, one -> one.failed);
    return count;
  }

  private static void gauge(
      MetricGroup group, String name, Count count, ToLongFunction<Count> value) {
    Gauge<Long> unused = group.gauge(name, () -> value.applyAsLong(count));
  }

  private static String sample(Finding finding) {
    return "%s %s %s %s"
        .formatted(
            FindingIds.alert(finding.subject()),
            finding.institution().code(),
            ShanghaiTime.formatDay(ShanghaiTime.epochDay(finding.serviceFromMillis())),
            Fen.toYuan(finding.amountFen()));
  }

  private static final class Count {
    private final Deque<String> samples = new ArrayDeque<>();
    private boolean shadow;
    private long judged;
    private long fired;
    private long withdrawn;
    private long failed;

    RuleTally tally(String rule) {
      return new RuleTally(rule, shadow, judged, fired, withdrawn, failed, List.copyOf(samples));
    }
  }
}
