package org.fundwatch.streaming.alerting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.streaming.codec.AlertCodec;
import org.fundwatch.streaming.codec.DataGateCodec;
import org.fundwatch.streaming.judging.Retention;
import org.fundwatch.streaming.judging.SubjectChanges;

/**
 * Keeps the alert of one subject, the only writer of it, and emits it when it changes: by what the
 * desks say about the subject, and by what is known about the data of its institutions.
 *
 * <p>It reads back what it has published. A run that was killed has published versions that its
 * last checkpoint does not know, and the next run need not come by the same ones: it folds changes
 * as they arrive then. A published version that the desk has not exceeded after a pause, and that
 * says something else than holds, is followed by one that says what holds.
 */
public final class AlertDesk
    extends KeyedCoProcessFunction<String, SubjectChanges, AlertNotice, Alert> {

  /** How long the changes that led to an alert of a killed run have to come again. */
  static final Duration PAUSE = Duration.ofSeconds(15);

  /** Message and transaction in the lineage of an alert that was put right. */
  static final String RESTART = "restart";

  private static final long serialVersionUID = 1;

  private final Duration retention;
  private transient Counter emitted;
  private transient Counter corrected;
  // All end by time to live, the retention after they were last written.
  private transient ValueState<Alert> alert;
  private transient MapState<String, DataGate> gates;
  // The highest version that was read and is not one's own, until a timer rings.
  private transient ValueState<Alert> ahead;
  // When this run first read something back or was called by a timer; -1 before.
  private transient long firstLook;

  /**
   * @param retention how long an alert can be amended after its last change
   */
  public AlertDesk(Duration retention) {
    this.retention = retention;
  }

  @Override
  public void open(OpenContext context) {
    emitted = getRuntimeContext().getMetricGroup().counter("alertsEmitted");
    var alerts = new ValueStateDescriptor<>("alert", AlertCodec.TYPE);
    alerts.enableTimeToLive(Retention.unwrittenFor(retention));
    alert = getRuntimeContext().getState(alerts);
    var told = new MapStateDescriptor<>("gates", Types.STRING, DataGateCodec.TYPE);
    told.enableTimeToLive(Retention.unwrittenFor(retention));
    gates = getRuntimeContext().getMapState(told);
    firstLook = -1;
    var read = new ValueStateDescriptor<>("ahead", AlertCodec.TYPE);
    read.enableTimeToLive(Retention.unwrittenFor(retention));
    ahead = getRuntimeContext().getState(read);
    corrected = getRuntimeContext().getMetricGroup().counter("alertsCorrected");
  }

  @Override
  public void processElement1(SubjectChanges changes, Context context, Collector<Alert> out)
      throws Exception {
    Alert current = alert.value();
    // Most alerts hold nothing that a gate could silence, and are spared the look.
    boolean silenceable =
        Silences.possible(current)
            || changes.changes().stream().map(FindingChange::finding).anyMatch(Silences::possible);
    emit(AlertFold.fold(current, changes.changes(), silenceable ? known() : List.of()), out);
  }

  @Override
  public void processElement2(AlertNotice notice, Context context, Collector<Alert> out)
      throws Exception {
    GateNotice gate = notice.gate();
    Alert published = notice.published();
    if (gate != null) {
      gate(gate, out);
    } else if (published != null) {
      readBack(published, context.timerService());
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    long due = firstLook(context.timerService()) + PAUSE.toMillis();
    if (timestamp < due) {
      // Of the run before: this one has only begun to go through the changes again.
      context.timerService().registerProcessingTimeTimer(due);
      return;
    }
    Alert published = ahead.value();
    Alert current = alert.value();
    ahead.clear();
    if (published != null && (current == null || current.version() <= published.version())) {
      Cause cause = new Cause(RESTART, RESTART, timestamp);
      Optional<Alert> correction = AlertFold.instead(published, current, known(), cause);
      if (correction.isPresent()) {
        corrected.inc();
        emit(correction, out);
      } else {
        alert.update(published);
      }
    }
  }

  private void gate(GateNotice notice, Collector<Alert> out) throws Exception {
    if (notice.lifted()) {
      gates.remove(notice.gate().findingId());
    } else {
      gates.put(notice.gate().findingId(), notice.gate());
    }
    Alert current = alert.value();
    if (current != null) {
      emit(AlertFold.gated(current, known(), notice.cause()), out);
    }
  }

  private void readBack(Alert published, TimerService timers) throws Exception {
    firstLook(timers);
    Alert current = alert.value();
    if (current != null && (current.version() > published.version() || same(current, published))) {
      return;
    }
    Alert before = ahead.value();
    if (before == null) {
      timers.registerProcessingTimeTimer(timers.currentProcessingTime() + PAUSE.toMillis());
    }
    if (before == null || before.version() <= published.version()) {
      ahead.update(published);
    }
  }

  // Lineage is left out: it tells how an alert came about.
  private static boolean same(Alert current, Alert published) {
    return current.version() == published.version()
        && current.status() == published.status()
        && current.findings().equals(published.findings())
        && current.suppressed().equals(published.suppressed());
  }

  private long firstLook(TimerService timers) {
    if (firstLook < 0) {
      firstLook = timers.currentProcessingTime();
    }
    return firstLook;
  }

  private List<DataGate> known() throws Exception {
    List<DataGate> known = new ArrayList<>();
    gates.values().forEach(known::add);
    return known;
  }

  private void emit(Optional<Alert> changed, Collector<Alert> out) throws Exception {
    if (changed.isPresent()) {
      alert.update(changed.get());
      emitted.inc();
      out.collect(changed.get());
    }
  }
}
