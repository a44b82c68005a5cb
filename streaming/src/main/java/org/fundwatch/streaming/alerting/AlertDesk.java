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
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.streaming.codec.AlertCodec;
import org.fundwatch.streaming.codec.DataGateCodec;
import org.fundwatch.streaming.judging.Retention;
import org.fundwatch.streaming.judging.SubjectChanges;

/**
 * Keeps the alert of one subject, the only writer of it, and emits it when it changes: by what the
 * desks say about the subject, and by what is known about the data of its institutions.
 */
public final class AlertDesk
    extends KeyedCoProcessFunction<String, SubjectChanges, GateNotice, Alert> {

  private static final long serialVersionUID = 1;

  private final Duration retention;
  private transient Counter emitted;
  // Both end by time to live, the retention after they were last written.
  private transient ValueState<Alert> alert;
  private transient MapState<String, DataGate> gates;

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
  public void processElement2(GateNotice notice, Context context, Collector<Alert> out)
      throws Exception {
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
