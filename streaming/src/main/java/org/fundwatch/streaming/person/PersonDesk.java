package org.fundwatch.streaming.person;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.row.SettlementRow;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.codec.SettlementEventCodec;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.RuleDesk;
import org.fundwatch.streaming.judging.Shadow;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.judging.Switch;
import org.fundwatch.streaming.pack.PackChange;
import org.fundwatch.streaming.pack.PackChangeCodec;
import org.fundwatch.streaming.period.PeriodKind;
import org.fundwatch.streaming.period.VisitChange;
import org.fundwatch.streaming.period.VisitChangeCodec;
import org.fundwatch.streaming.person.PersonInput.Asked;
import org.fundwatch.streaming.person.PersonInput.Happened;
import org.fundwatch.streaming.person.PersonUpdate.VisitDifference;
import org.fundwatch.streaming.row.Pointers;
import org.fundwatch.streaming.row.SettlementRowCodec;

/**
 * Keeps one person's history and judges around every change; tells the other desks which of the
 * person's settlements and drug packs stand, and everybody what the settlements said that findings
 * point at.
 */
public final class PersonDesk extends RuleDesk<PersonInput> {

  /** Settlements for the days of doctors. */
  public static final OutputTag<VisitChange> DOCTOR_VISITS =
      new OutputTag<>("doctor-visits", VisitChangeCodec.TYPE);

  /** Settlements for the days of institutions. */
  public static final OutputTag<VisitChange> INSTITUTION_VISITS =
      new OutputTag<>("institution-visits", VisitChangeCodec.TYPE);

  /** Settlements for the months of institutions. */
  public static final OutputTag<VisitChange> INSTITUTION_MONTH_VISITS =
      new OutputTag<>("institution-month-visits", VisitChangeCodec.TYPE);

  /** Sales of drug packs. */
  public static final OutputTag<PackChange> PACKS = new OutputTag<>("packs", PackChangeCodec.TYPE);

  /** Settlements that findings point at. */
  public static final OutputTag<SettlementRow> ROWS =
      new OutputTag<>("settlement-rows", SettlementRowCodec.TYPE);

  private static final long serialVersionUID = 1;
  private static final String STATE = "person";

  private final Duration horizon;
  private final LedgerMaker ledgers;
  private transient PersonLedger ledger;
  private transient Counter changed;
  private transient Counter unchanged;
  // Facts fall out of the value as the person's own time goes on; the value of a person to whom
  // nothing happens ends by time to live.
  private transient ValueState<PersonState> person;
  // Entries go with their facts; those of a silent person end by time to live.
  private transient RetainedEvents events;

  /**
   * @param maker makes the judge
   * @param horizon how old an encounter may be to be judged again, and how long a silent person is
   *     remembered
   */
  public PersonDesk(Judge.Maker maker, Duration horizon) {
    this(maker, horizon, PersonLedger::new);
  }

  /** The same with another ledger. */
  PersonDesk(Judge.Maker maker, Duration horizon, LedgerMaker ledgers) {
    super("person", maker, horizon);
    this.horizon = horizon;
    this.ledgers = ledgers;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    super.open(context);
    ledger = ledgers.of(horizon);
    changed = getRuntimeContext().getMetricGroup().counter("personsChanged");
    unchanged = getRuntimeContext().getMetricGroup().counter("duplicates");
    var descriptor = new ValueStateDescriptor<>(STATE, PersonStateCodec.TYPE);
    descriptor.enableTimeToLive(timeToLive());
    person = getRuntimeContext().getState(descriptor);
    var kept = new MapStateDescriptor<>("settlements", Types.STRING, SettlementEventCodec.TYPE);
    kept.enableTimeToLive(timeToLive());
    events = new RetainedEvents(getRuntimeContext().getMapState(kept));
  }

  @Override
  public void processElement(
      PersonInput input, ReadOnlyContext context, Collector<SubjectChanges> out) throws Exception {
    if (input instanceof Happened happened) {
      happened(happened.event(), context, out);
    } else if (input instanceof Asked asked) {
      PersonState known = person.value();
      if (known != null) {
        List<String> wanted = asked.request().settlementIds();
        sendRows(known, settlement -> wanted.contains(settlement.settlementId()));
      }
      emit(List.of(), context, out);
    }
  }

  private void happened(
      SettlementEvent event, ReadOnlyContext context, Collector<SubjectChanges> out)
      throws Exception {
    judged(event.sentMillis(), context.currentProcessingTime());
    PersonState known = person.value();
    PersonState before = known == null ? PersonState.EMPTY : restated(known);
    Optional<PersonUpdate> update = ledger.apply(before, event, judge());
    if (update.isPresent()) {
      changed.inc();
      if (update.get().tooLate()) {
        tooLate();
      }
      person.update(update.get().state());
      events.follow(event, before, update.get().state());
      fork(update.get(), Cause.of(event), context);
      sendRows(event, update.get());
      emit(update.get().findings(), context, out);
    } else {
      unchanged.inc();
      emit(List.of(), context, out);
    }
  }

  @Override
  protected String stateOfAllKeys() {
    return STATE;
  }

  /**
   * The person by other rules. Written only where that changes anything: a write would prolong the
   * life of a person to whom nothing happens.
   */
  @Override
  protected List<FindingChange> judgeAgain(String token, Switch since, long nowMillis)
      throws Exception {
    PersonState known = person.value();
    if (known == null || !PersonLedger.isNew(judge(), known)) {
      return List.of();
    }
    PersonState before = restated(known);
    PersonUpdate update = ledger.judgeAgain(before, judge(), since);
    if (!update.findings().isEmpty()
        || !Set.copyOf(before.statements()).equals(Set.copyOf(known.statements()))) {
      person.update(update.state());
    }
    List<Finding> changed = real(update.findings().stream().map(FindingChange::finding));
    if (!changed.isEmpty()) {
      sendRows(update.state(), settlement -> Pointers.pointAt(changed, settlement));
    }
    return update.findings();
  }

  // The settlements of findings that changed, and that of the event where a finding points at it:
  // it may say more than before and change none.
  private void sendRows(SettlementEvent event, PersonUpdate update) throws Exception {
    List<Finding> changed = real(update.findings().stream().map(FindingChange::finding));
    List<Finding> said = real(update.state().said().stream().map(Said::finding));
    if (!changed.isEmpty() || !said.isEmpty()) {
      String ofEvent = event.settlement().settlementId();
      sendRows(
          update.state(),
          settlement ->
              Pointers.pointAt(changed, settlement)
                  || (settlement.settlementId().equals(ofEvent)
                      && Pointers.pointAt(said, settlement)));
    }
  }

  private void sendRows(PersonState known, Predicate<Settlement> wanted) throws Exception {
    PersonRows.of(known.history(), events, wanted).forEach(row -> aside(ROWS, row));
  }

  private static List<Finding> real(Stream<Finding> findings) {
    return findings.filter(finding -> !Shadow.is(finding)).toList();
  }

  private PersonState restated(PersonState known) throws Exception {
    return PersonLedger.isNew(judge(), known)
        ? known.withStatements(events.restated(known, judge()))
        : known;
  }

  private void fork(PersonUpdate update, Cause cause, ReadOnlyContext context) {
    for (VisitDifference visit : update.visits()) {
      fork(PeriodKind.DOCTOR, DOCTOR_VISITS, visit, cause, context);
      fork(PeriodKind.INSTITUTION, INSTITUTION_VISITS, visit, cause, context);
      fork(PeriodKind.INSTITUTION_MONTH, INSTITUTION_MONTH_VISITS, visit, cause, context);
    }
    update.packs().forEach(change -> context.output(PACKS, change));
  }

  private static void fork(
      PeriodKind kind,
      OutputTag<VisitChange> to,
      VisitDifference visit,
      Cause cause,
      ReadOnlyContext context) {
    for (VisitChange change : kind.changes(visit.before(), visit.after(), cause)) {
      context.output(to, change);
    }
  }

  /** Makes the ledger inside the tasks. */
  interface LedgerMaker extends Serializable {
    PersonLedger of(Duration horizon);
  }
}
