package org.fundwatch.streaming.alerting;

import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.fundwatch.domain.finding.DataGate;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.streaming.judging.Retention;
import org.fundwatch.streaming.judging.SubjectChanges;

/**
 * Tells the alerts of an institution on which of its days data is missing.
 *
 * <p>It gets two kinds of findings of one institution: those about days without data, and those of
 * rules that such days silence. The latter say which alerts want to be told; each is told of every
 * gate, whichever came first. What a gate means for a finding the alert decides by itself, so the
 * answer depends on what both know in the end and not on who was faster.
 */
public final class GateDesk extends KeyedProcessFunction<String, FindingChange, GateNotice> {

  private static final long serialVersionUID = 1;

  private final Duration retention;
  // Both end by time to live, the retention after they were last written.
  private transient MapState<String, GateNotice> gates;
  private transient MapState<String, Long> subjects;

  /**
   * @param retention how long gates and subjects are remembered
   */
  public GateDesk(Duration retention) {
    this.retention = retention;
  }

  /** True for findings that concern the desk: gates on days, and what they may silence. */
  static boolean concerns(FindingChange change) {
    return !change.finding().rule().silencedBy().isEmpty()
        || DataGate.ofDays(change.finding()).isPresent();
  }

  /** Picks the changes that concern the desk. */
  public static void concerning(SubjectChanges changes, Collector<FindingChange> out) {
    changes.changes().stream().filter(GateDesk::concerns).forEach(out::collect);
  }

  @Override
  public void open(OpenContext context) {
    var gateStates = new MapStateDescriptor<>("gates", Types.STRING, GateNoticeCodec.TYPE);
    gateStates.enableTimeToLive(Retention.unwrittenFor(retention));
    gates = getRuntimeContext().getMapState(gateStates);
    var subjectStates = new MapStateDescriptor<>("subjects", Types.STRING, Types.LONG);
    subjectStates.enableTimeToLive(Retention.unwrittenFor(retention));
    subjects = getRuntimeContext().getMapState(subjectStates);
  }

  @Override
  public void processElement(FindingChange change, Context context, Collector<GateNotice> out)
      throws Exception {
    String subject = change.finding().subject().key();
    Optional<DataGate> gate = DataGate.ofDays(change.finding());
    if (gate.isPresent()) {
      tell(new GateNotice(subject, gate.get(), change.withdrawn(), change.cause()), out);
    } else if (!change.withdrawn()) {
      boolean known = subjects.contains(subject);
      subjects.put(subject, change.cause().sentMillis());
      if (!known) {
        for (GateNotice notice : gates.values()) {
          out.collect(notice.to(subject));
        }
      }
    }
  }

  private void tell(GateNotice notice, Collector<GateNotice> out) throws Exception {
    String id = notice.gate().findingId();
    GateNotice before = gates.get(id);
    if (notice.lifted()) {
      gates.remove(id);
    } else {
      gates.put(id, notice);
      if (before != null && before.gate().equals(notice.gate())) {
        return;
      }
    }
    for (String subject : subjects.keys()) {
      out.collect(notice.to(subject));
    }
  }
}
