package org.fundwatch.streaming.intake;

import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.fundwatch.domain.identity.PersonTokens;
import org.fundwatch.domain.json.Fault;
import org.fundwatch.domain.json.Parsed;
import org.fundwatch.domain.json.SettlementEventReader;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.intake.DeadLetter.Reason;

/**
 * Reads and checks events and replaces the person by a token. What cannot be taken in goes to
 * {@link #DEAD_LETTERS} with every fault, sealed; nothing is dropped. Without state.
 */
public final class Intake extends ProcessFunction<RawEvent, SettlementEvent> {

  /** Where the refused go. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", DeadLetterCodec.TYPE);

  /** Accumulator of the events taken in, for runs that end. */
  public static final String ACCEPTED = "settlementsAccepted";

  private static final long serialVersionUID = 1;

  private final IntakeConfig config;
  private transient SettlementEventReader reader;
  private transient PersonTokens tokens;
  private transient DeadLetterSeal seal;
  private transient Counter accepted;
  private transient LongCounter total;
  private transient Counter refused;

  public Intake(IntakeConfig config) {
    this.config = config;
  }

  @Override
  public void open(OpenContext context) {
    reader = new SettlementEventReader();
    tokens = new PersonTokens(config.personKey());
    seal = new DeadLetterSeal(config.deadLetterKey());
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    accepted = metrics.counter("settlementsAccepted");
    total = new LongCounter();
    getRuntimeContext().addAccumulator(ACCEPTED, total);
    refused = metrics.counter("settlementsRefused");
  }

  @Override
  public void processElement(RawEvent raw, Context context, Collector<SettlementEvent> out) {
    long clock = context.timerService().currentProcessingTime();
    Parsed parsed = reader.read(raw.bytes());
    if (parsed instanceof Parsed.Accepted sound) {
      List<Fault> early =
          Early.faults(
              sound.event(), config.nowMillis() == 0 ? clock : config.nowMillis(), config.skew());
      if (early.isEmpty()) {
        accepted.inc();
        total.add(1);
        String person = sound.event().settlement().person().id();
        out.collect(sound.event().withToken(tokens.token(person)));
      } else {
        refuse(raw, Reason.FUTURE, early, clock, context);
      }
    } else if (parsed instanceof Parsed.Refused unsound) {
      boolean whole = unsound.faults().stream().anyMatch(fault -> fault.path().equals("$"));
      refuse(raw, whole ? Reason.UNREADABLE : Reason.INVALID, unsound.faults(), clock, context);
    }
  }

  private void refuse(
      RawEvent raw, Reason reason, List<Fault> faults, long clock, Context context) {
    refused.inc();
    context.output(
        DEAD_LETTERS,
        new DeadLetter(
            DeadLetter.SCHEMA, raw.place(), reason, faults, clock, seal.keyId(), seal.seal(raw)));
  }
}
