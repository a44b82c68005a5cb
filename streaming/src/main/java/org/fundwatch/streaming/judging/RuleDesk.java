package org.fundwatch.streaming.judging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.rules.RuleSetException;
import org.fundwatch.streaming.judging.DeskReport.State;
import org.fundwatch.streaming.row.Pointers;
import org.fundwatch.streaming.row.RowRequest;
import org.fundwatch.streaming.row.RowRequestCodec;
import org.jspecify.annotations.Nullable;

/**
 * A desk that judges by rules that can change while it runs.
 *
 * <p>The bundle is broadcast state, compiled when it arrives and again after a restore; until the
 * first one arrives the built-in bundle judges. A bundle with a mistake is refused whole and the
 * one before stays. Each part of the desk says on {@link #REPORTS} which version it runs.
 *
 * <p>After a change of rules {@link DeskOperator} takes the desk through all its keys, so that new
 * rules also judge those to whom nothing happens.
 *
 * @param <I> what the desk gets
 */
public abstract class RuleDesk<I>
    extends KeyedBroadcastProcessFunction<String, I, String, SubjectChanges>
    implements CheckpointedFunction {

  /** What the parts of a desk say about their rules. */
  public static final OutputTag<DeskReport> REPORTS =
      new OutputTag<>("desk-reports", DeskReportCodec.TYPE);

  /** For rows of settlements that the desk points at and does not have. */
  public static final OutputTag<RowRequest> ROW_REQUESTS =
      new OutputTag<>("row-requests", RowRequestCodec.TYPE);

  /** Accumulator of what came too late to be judged, for runs that end. */
  public static final String TOO_LATE = "tooLate";

  private static final long serialVersionUID = 1;
  private static final String UNKNOWN = "";
  static final long COUNT_EVERY_MILLIS = 30_000;

  private final String desk;
  private final Judge.Maker maker;
  private final Duration retention;
  private transient RulesInForce rules = RulesInForce.BUILT_IN;
  // The rules that have judged every key of this part; of no use to anybody where parts differ.
  private transient @Nullable ListState<String> sweptState;
  private transient String sweptBy = UNKNOWN;
  private transient boolean anew;
  private transient Judge judge;
  private transient Asides asides;
  private transient Set<String> reported;
  private transient Counter raised;
  private transient Counter withdrawn;
  private transient Counter failed;
  private transient Counter late;
  private transient LongCounter lateInAll;
  private transient long lateTold;
  private transient RuleTallies tallies;
  private transient long lagMillis;
  private transient long lastLagMillis;

  /**
   * @param desk the desk's name in reports
   * @param maker makes the judge in each task
   * @param retention how long a key that nothing happens to keeps its state
   */
  protected RuleDesk(String desk, Judge.Maker maker, Duration retention) {
    this.desk = desk;
    this.maker = maker;
    this.retention = retention;
  }

  /** The broadcast state of the rules in force. */
  public static MapStateDescriptor<String, byte[]> rules() {
    return RulesInForce.state();
  }

  /** How long a key that nothing happens to keeps its state. */
  protected final Duration retention() {
    return retention;
  }

  /** How all keyed state of the desk ends. */
  protected final StateTtlConfig timeToLive() {
    return Retention.unwrittenFor(retention);
  }

  @Override
  public final void initializeState(FunctionInitializationContext context) throws Exception {
    rules = RulesInForce.kept(context.getOperatorStateStore());
    ListState<String> swept =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("swept-by", Types.STRING));
    anew = !context.isRestored();
    Set<String> versions = new HashSet<>();
    swept.get().forEach(versions::add);
    sweptState = swept;
    sweptBy = versions.size() == 1 ? versions.iterator().next() : UNKNOWN;
  }

  @Override
  public final void snapshotState(FunctionSnapshotContext context) throws Exception {
    // The bundle is in broadcast state already.
    if (sweptState != null) {
      sweptState.update(List.of(sweptBy));
    }
  }

  @Override
  public void open(OpenContext context) throws Exception {
    asides = new Asides();
    reported = new HashSet<>();
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    tallies = new RuleTallies(metrics);
    Gauge<Long> unused = metrics.gauge("lagMillis", () -> lastLagMillis);
    raised = metrics.counter("findingsRaised");
    withdrawn = metrics.counter("findingsWithdrawn");
    failed = metrics.counter("ruleFailures");
    late = metrics.counter(TOO_LATE);
    lateInAll = new LongCounter();
    getRuntimeContext().addAccumulator(TOO_LATE, lateInAll);
    try {
      judge = make(rules.bundle());
    } catch (RuleSetException | IllegalArgumentException e) {
      // A bundle kept by an older release that this one cannot compile.
      judge = make("");
      report(State.REFUSED, String.valueOf(e.getMessage()));
    }
    sweptBy = anew ? judge.version() : sweptBy;
    report(State.RUNNING, "");
  }

  /** The judge in force. */
  protected final Judge judge() {
    return judge;
  }

  /** The name of the keyed state that every key has. */
  protected abstract String stateOfAllKeys();

  /**
   * Judges the facts of the current key by other rules than before.
   *
   * @param key the current key
   * @param since when the rules came into force and what to call them
   * @param nowMillis the task's clock
   * @return the difference to what was said
   */
  protected abstract List<FindingChange> judgeAgain(String key, Switch since, long nowMillis)
      throws Exception;

  /** True where not all keys have been judged by the judge in force. */
  final boolean behind() {
    return !judge.version().equals(sweptBy);
  }

  /** That a sweep begins: until it ends, nobody knows who was judged by what. */
  final Switch beginSweep() {
    sweptBy = UNKNOWN;
    return new Switch(judge.version(), rules.publishedMillis());
  }

  /** One step of a sweep: the current key is judged again. */
  final void sweep(String key, Switch since, long nowMillis, Collector<SubjectChanges> out)
      throws Exception {
    say(judgeAgain(key, since, nowMillis), out);
  }

  /** That a sweep has ended. */
  final void endSweep(Switch since, long keys) {
    sweptBy = since.ruleSet();
    report(State.SWEPT, keys + " keys judged again");
  }

  @Override
  public final void processBroadcastElement(
      String text, Context context, Collector<SubjectChanges> out) throws Exception {
    try {
      Judge next = make(text);
      judge.takeJudged(tallies::judged);
      judge = next;
      // The broker's time of the bundle, where it has one: equal for all parts.
      Long published = context.timestamp();
      rules =
          new RulesInForce(
              text,
              published == null || published <= 0 ? context.currentProcessingTime() : published);
      rules.keep(context.getBroadcastState(rules()));
      reported.clear();
      report(State.RUNNING, "");
      if (!behind()) {
        // The rules that it ran already; nothing follows, and whoever waits for it must know.
        report(State.SWEPT, "nothing to judge again");
      }
    } catch (RuleSetException | IllegalArgumentException e) {
      report(State.REFUSED, String.valueOf(e.getMessage()));
    }
    sendAsides(context.currentProcessingTime(), context::output);
  }

  /** Emits the changes by subject, and whatever there is to report. */
  protected final void emit(
      List<FindingChange> changes, ReadOnlyContext context, Collector<SubjectChanges> out) {
    say(changes, out);
    sendAsides(context.currentProcessingTime(), context::output);
  }

  private void say(List<FindingChange> changes, Collector<SubjectChanges> out) {
    List<FindingChange> real = changes;
    for (FindingChange change : changes) {
      tallies.changed(change);
      if (Shadow.is(change.finding())) {
        real = real == changes ? new ArrayList<>(changes) : real;
        real.remove(change);
      } else if (change.withdrawn()) {
        withdrawn.inc();
      } else {
        raised.inc();
      }
    }
    SubjectChanges.of(real).forEach(out::collect);
  }

  /** What was judged just now, for the lag of the desk. */
  protected final void judged(long sentMillis, long nowMillis) {
    lastLagMillis = nowMillis - sentMillis;
    lagMillis = Math.max(lagMillis, lastLagMillis);
  }

  /** Counts a message about something longer ago than the desk remembers: not judged, but told. */
  protected final void tooLate() {
    late.inc();
    lateInAll.add(1);
  }

  /** Reports the counts. */
  final void count() {
    judge.takeJudged(tallies::judged);
    asides.report(report(State.COUNTED, "", "", tallies.all(), lagMillis));
    lagMillis = 0;
    if (late.getCount() > lateTold) {
      lateTold = late.getCount();
      report(
          State.LATE,
          "%d messages on what is longer ago than %d days, not judged"
              .formatted(lateTold, retention.toDays()));
    }
  }

  /**
   * Asks for the rows of the settlements that findings have come to point at.
   *
   * @param before the findings said before, by id
   * @param persons token of the person by settlement, null where unknown
   */
  protected final void askForRows(
      List<FindingChange> changes,
      Map<String, Finding> before,
      Function<String, @Nullable String> persons) {
    Set<String> settlements = new TreeSet<>();
    for (FindingChange change : changes) {
      Finding now = change.finding();
      if (!change.withdrawn() && !Shadow.is(now)) {
        Finding old = before.get(now.id());
        settlements.addAll(Pointers.added(old == null || Shadow.is(old) ? null : old, now));
      }
    }
    Pointers.requests(settlements, persons).forEach(request -> aside(ROW_REQUESTS, request));
  }

  /** Has something for another output, also where there is no context at hand. */
  protected final <T> void aside(OutputTag<T> tag, T value) {
    asides.add(tag, value);
  }

  /** Hands on what there is for other outputs than the main one. */
  final void sendAsides(long nowMillis, Asides.Output to) {
    asides.sendTo(to, nowMillis);
  }

  private Judge make(String text) throws RuleSetException {
    return new GuardedJudge(maker.make(text, this::failed), this::failed);
  }

  private void failed(RuleFailure failure) {
    failed.inc();
    tallies.failed(failure.rule());
    if (reported.add(failure.rule() + '\n' + failure.reason())) {
      String detail =
          "%s on %s: %s".formatted(failure.rule(), shown(failure.subject()), failure.reason());
      asides.report(report(State.FAILED, detail, failure.rule(), List.of(), 0));
    }
  }

  // Reports are read by operators: they name no person, not by a token and not a doctor by a code.
  static String shown(String subject) {
    String kind = subject.substring(0, subject.indexOf(':') + 1);
    return kind.equals("PERSON:") || kind.equals("DOCTOR:") ? kind + '-' : subject;
  }

  private void report(State state, String detail) {
    asides.report(report(state, detail, "", List.of(), 0));
  }

  // Without a moment: outside of an element there is no clock to be had.
  private DeskReport report(
      State state, String detail, String rule, List<RuleTally> counts, long lag) {
    var task = getRuntimeContext().getTaskInfo();
    Judge.Content content = judge.content();
    return new DeskReport(
        DeskReport.SCHEMA,
        desk,
        task.getIndexOfThisSubtask(),
        task.getNumberOfParallelSubtasks(),
        judge.version(),
        state,
        detail,
        0,
        content.knowledge(),
        content.rules(),
        content.shadows(),
        rules.publishedMillis(),
        rule,
        counts,
        lag);
  }
}
