package org.fundwatch.streaming.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.judging.DeskOperator;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.judging.RuleDesk;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.person.PersonDesk;
import org.fundwatch.streaming.person.PersonInput;

/**
 * One part of a desk without a cluster: give it messages and rules, see what it says and keeps.
 *
 * @param <I> what the desk gets
 */
public final class Desk<I> {

  private final KeyedBroadcastOperatorTestHarness<String, ?, String, SubjectChanges> harness;
  private final Taker<I> taker;
  private int seen;
  private int reportsSeen;

  private <M> Desk(RuleDesk<M> desk, KeySelector<M, String> key, Function<I, M> as)
      throws Exception {
    KeyedBroadcastOperatorTestHarness<String, M, String, SubjectChanges> typed =
        new KeyedBroadcastOperatorTestHarness<>(
            new DeskOperator<>(desk), key, Types.STRING, 128, 1, 0);
    harness = typed;
    taker = message -> typed.processElement(new StreamRecord<>(as.apply(message), 0));
  }

  /** A person desk without any state that is given events. */
  public static Desk<SettlementEvent> ofEvents(PersonDesk desk) throws Exception {
    Desk<SettlementEvent> opened = new Desk<>(desk, PersonInput::person, PersonInput.Happened::new);
    opened.harness.open();
    return opened;
  }

  /** A person desk that goes on from a snapshot and is given events. */
  public static Desk<SettlementEvent> ofEvents(PersonDesk desk, OperatorSubtaskState snapshot)
      throws Exception {
    Desk<SettlementEvent> opened = new Desk<>(desk, PersonInput::person, PersonInput.Happened::new);
    opened.harness.initializeState(snapshot);
    opened.harness.open();
    return opened;
  }

  /** A desk without any state. */
  public static <I> Desk<I> open(RuleDesk<I> desk, KeySelector<I, String> key) throws Exception {
    Desk<I> opened = new Desk<>(desk, key, Function.identity());
    opened.harness.open();
    return opened;
  }

  /** A desk that goes on from a snapshot. */
  public static <I> Desk<I> restore(
      RuleDesk<I> desk, KeySelector<I, String> key, OperatorSubtaskState snapshot)
      throws Exception {
    Desk<I> opened = new Desk<>(desk, key, Function.identity());
    opened.harness.initializeState(snapshot);
    opened.harness.open();
    return opened;
  }

  public void send(I message) throws Exception {
    taker.take(message);
  }

  public void rules(String bundle) throws Exception {
    harness.processBroadcastElement(new StreamRecord<>(bundle, 0));
  }

  public void clock(long millis) throws Exception {
    harness.setStateTtlProcessingTime(millis);
    harness.setProcessingTime(millis);
  }

  public OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  /** What went to the alert desk since the last call. */
  public List<SubjectChanges> changes() {
    List<SubjectChanges> all = harness.extractOutputValues();
    List<SubjectChanges> changes = List.copyOf(all.subList(seen, all.size()));
    seen = all.size();
    return changes;
  }

  /** What was said since the last call: {@code +rule} or {@code -rule}, in order. */
  public List<String> said() {
    List<String> said = new ArrayList<>();
    for (SubjectChanges changes : changes()) {
      for (FindingChange change : changes.changes()) {
        said.add((change.withdrawn() ? "-" : "+") + change.finding().rule().id());
      }
    }
    return said;
  }

  /** What was reported since the last call: state, rule-set and detail. */
  public List<String> reported() {
    List<DeskReport> all = side(RuleDesk.REPORTS);
    List<String> reported =
        all.subList(reportsSeen, all.size()).stream()
            .map(report -> report.state() + " " + report.ruleSet() + " " + report.detail())
            .map(String::strip)
            .toList();
    reportsSeen = all.size();
    return reported;
  }

  /** All that went to a side output. */
  public <T> List<T> side(OutputTag<T> tag) {
    List<T> values = new ArrayList<>();
    var records = harness.getSideOutput(tag);
    if (records != null) {
      records.forEach(record -> values.add(record.getValue()));
    }
    return values;
  }

  /** How many entries of keyed state there are. */
  public int entries() {
    var operator = (AbstractStreamOperator<?>) harness.getTwoInputOperator();
    return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
  }

  public int timers() {
    return harness.numProcessingTimeTimers() + harness.numEventTimeTimers();
  }

  private interface Taker<I> {
    void take(I message) throws Exception;
  }

  /** Ends the desk; a test calls it at its end. */
  public void close() throws Exception {
    harness.close();
  }
}
