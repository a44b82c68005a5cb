package org.fundwatch.streaming.alerting;

import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.streaming.judging.Retention;
import org.fundwatch.streaming.judging.SubjectChanges;

/** Keeps the alert of one subject, the only writer of it, and emits it when it changes. */
public final class AlertDesk extends KeyedProcessFunction<String, SubjectChanges, Alert> {

  private static final long serialVersionUID = 1;

  private final Duration retention;
  private transient Counter emitted;
  // Ends by time to live, the retention after it was last written.
  private transient ValueState<Alert> alert;

  /**
   * @param retention how long an alert can be amended after its last change
   */
  public AlertDesk(Duration retention) {
    this.retention = retention;
  }

  @Override
  public void open(OpenContext context) {
    emitted = getRuntimeContext().getMetricGroup().counter("alertsEmitted");
    var descriptor = new ValueStateDescriptor<>("alert", TypeInformation.of(Alert.class));
    descriptor.enableTimeToLive(Retention.unwrittenFor(retention));
    alert = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(SubjectChanges changes, Context context, Collector<Alert> out)
      throws Exception {
    Optional<Alert> changed = AlertFold.fold(alert.value(), changes.changes());
    if (changed.isPresent()) {
      alert.update(changed.get());
      emitted.inc();
      out.collect(changed.get());
    }
  }
}
