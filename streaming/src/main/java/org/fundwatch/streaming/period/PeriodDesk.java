package org.fundwatch.streaming.period;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.fundwatch.domain.desk.Visit;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.time.ShanghaiTime;
import org.fundwatch.streaming.judging.Differences;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.Retention;
import org.fundwatch.streaming.judging.RuleDesk;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.judging.Switch;

/**
 * Keeps the settlements of one day of a doctor, or of one day or month of an institution, and
 * judges them together.
 *
 * <p>A large hospital settles ten thousand times a day: a change writes one entry, and the period
 * is judged once for all changes within a pause, by a timer; {@link Pace} says when. The second
 * timer, at the end of time, judges what is pending when a bounded input ends.
 *
 * <p>A period is closed for what was sent longer than the retention after it began: by then its
 * first settlements may be gone, and what it says would be of the rest.
 */
public final class PeriodDesk extends RuleDesk<VisitChange> {

  private static final long serialVersionUID = 1;
  private static final String STATE = "visits";
  private static final long END_OF_INPUT = Long.MAX_VALUE - 1;

  private final PeriodKind kind;
  private final long pauseMillis;
  private transient Pace pace;
  // Both end by time to live, the retention and a tenth after they were last written: what was sent
  // before the period is closed may be late by that tenth and still finds all of it.
  private transient MapState<String, VisitChange> visits;
  private transient ValueState<PeriodFindings> findings;

  /**
   * @param kind whose days or months
   * @param maker makes the judge
   * @param retention how long a period is kept after its last change
   * @param pause how long changes are gathered before the period is judged
   */
  public PeriodDesk(PeriodKind kind, Judge.Maker maker, Duration retention, Duration pause) {
    super(kind.name().toLowerCase(Locale.ROOT), maker, retention);
    this.kind = kind;
    this.pauseMillis = pause.toMillis();
  }

  @Override
  public void open(OpenContext context) throws Exception {
    super.open(context);
    pace = new Pace(pauseMillis);
    Duration kept = retention().plus(retention().dividedBy(10));
    var facts = new MapStateDescriptor<>(STATE, Types.STRING, VisitChangeCodec.TYPE);
    facts.enableTimeToLive(Retention.unwrittenFor(kept));
    visits = getRuntimeContext().getMapState(facts);
    var said = new ValueStateDescriptor<>("said", PeriodFindingsCodec.TYPE);
    said.enableTimeToLive(Retention.unwrittenFor(kept));
    findings = getRuntimeContext().getState(said);
  }

  @Override
  public void processElement(
      VisitChange change, ReadOnlyContext context, Collector<SubjectChanges> out) throws Exception {
    if (isClosed(change)) {
      tooLate();
      emit(List.of(), context, out);
      return;
    }
    // A reversed settlement stays as an entry that does not stand: the last cause is among them.
    visits.put(change.visit().person() + '/' + change.visit().settlementId(), change);
    String key = change.key();
    if (!pace.staysIdle(key, kind.isOwn(PeriodKind.period(key), change.visit()))) {
      TimerService timers = context.timerService();
      timers.registerProcessingTimeTimer(pace.dueMillis(key, timers.currentProcessingTime()));
      timers.registerEventTimeTimer(END_OF_INPUT);
    }
    emit(List.of(), context, out);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<SubjectChanges> out)
      throws Exception {
    String key = context.getCurrentKey();
    TimerService timers = context.timerService();
    long start = timers.currentProcessingTime();
    if (timestamp != END_OF_INPUT && pace.waits(key, start)) {
      timers.registerProcessingTimeTimer(pace.afterWaiting());
      return;
    }
    timers.deleteEventTimeTimer(END_OF_INPUT);
    List<VisitChange> known = known();
    if (!known.isEmpty()) {
      int period = PeriodKind.period(key);
      if (known.stream().noneMatch(change -> kind.isOwn(period, change.visit()))) {
        pace.foundIdle(key);
      }
      Cause cause = known.stream().map(VisitChange::cause).max(Cause.BY_TIME).orElseThrow();
      judged(cause.sentMillis(), start);
      emit(changes(key, known, cause), context, out);
    }
    pace.judged(key, start, timers.currentProcessingTime());
  }

  @Override
  protected String stateOfAllKeys() {
    return STATE;
  }

  /**
   * The period by other rules. One that began longer ago than the retention stays as it was judged:
   * some of its settlements may be gone already.
   */
  @Override
  protected List<FindingChange> judgeAgain(String key, Switch since, long nowMillis)
      throws Exception {
    List<VisitChange> known = known();
    long oldestDay = ShanghaiTime.epochDay(nowMillis - retention().toMillis());
    return known.isEmpty() || kind.firstDay(PeriodKind.period(key)) <= oldestDay
        ? List.of()
        : changes(key, known, since.cause());
  }

  private boolean isClosed(VisitChange change) {
    long begin = ShanghaiTime.startOfDay(kind.firstDay(PeriodKind.period(change.key())));
    return change.cause().sentMillis() - begin > retention().toMillis();
  }

  private List<VisitChange> known() throws Exception {
    List<VisitChange> known = new ArrayList<>();
    visits.values().forEach(known::add);
    return known;
  }

  private List<FindingChange> changes(String key, List<VisitChange> known, Cause cause)
      throws Exception {
    PeriodFindings last = findings.value();
    SortedMap<String, Finding> before = Differences.byId(last == null ? List.of() : last.said());
    SortedMap<String, Finding> after = new TreeMap<>();
    for (Finding finding : judged(PeriodKind.period(key), known)) {
      after.putIfAbsent(finding.id(), Differences.carried(before, finding));
    }
    List<FindingChange> changes = Differences.between(before, after, cause);
    if (!changes.isEmpty()) {
      findings.update(new PeriodFindings(PeriodFindings.SCHEMA, List.copyOf(after.values())));
      Map<String, String> persons = new HashMap<>();
      known.forEach(one -> persons.put(one.visit().settlementId(), one.visit().person()));
      askForRows(changes, before, persons::get);
    }
    return changes;
  }

  private List<Finding> judged(int period, List<VisitChange> known) {
    List<Visit> standing =
        PeriodKind.ordered(
            known.stream().filter(VisitChange::stands).map(VisitChange::visit).toList());
    return standing.isEmpty() ? List.of() : kind.judge(period, standing, judge());
  }
}
