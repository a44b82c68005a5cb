package org.fundwatch.streaming.judging;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.OutputTag;

/** What a desk has for other outputs than its main one, until it can be handed on. */
final class Asides {

  private final List<DeskReport> reports = new ArrayList<>();
  private final List<Aside<?>> others = new ArrayList<>();

  /** A report that is stamped when it goes: outside of an element there is no clock to be had. */
  void report(DeskReport report) {
    reports.add(report);
  }

  <T> void add(OutputTag<T> tag, T value) {
    others.add(new Aside<>(tag, value));
  }

  /** Hands all on. */
  void sendTo(Output to, long nowMillis) {
    reports.forEach(report -> to.output(RuleDesk.REPORTS, report.at(nowMillis)));
    reports.clear();
    others.forEach(aside -> aside.sendTo(to));
    others.clear();
  }

  /** Takes what is for other outputs. */
  interface Output {
    <T> void output(OutputTag<T> tag, T value);
  }

  private record Aside<T>(OutputTag<T> tag, T value) {
    void sendTo(Output to) {
      to.output(tag, value);
    }
  }
}
