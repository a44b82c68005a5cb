package org.fundwatch.alertapi.procedure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.procedure.CaseState.Extension;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.Ledger.Line;
import org.fundwatch.alertapi.procedure.LimitClock.Span;
import org.fundwatch.alertapi.procedure.Tasking.DraftText;
import org.fundwatch.alertapi.procedure.Tasking.NewTask;
import org.jspecify.annotations.Nullable;

/** Adds entry after entry to a case. What was allowed when it was done stays done. */
final class CaseFold {
  private final Map<Track, State> states = new EnumMap<>(Track.class);
  private final Map<Track, Integer> entered = new EnumMap<>(Track.class);
  private final Map<Track, String> movedBy = new EnumMap<>(Track.class);
  final Set<String> handledBy = new HashSet<>();
  final Set<String> recused = new HashSet<>();
  final Map<String, String> officers = new TreeMap<>();
  final List<FiledDocument> documents = new ArrayList<>();
  final List<AttachedFile> attachments = new ArrayList<>();
  final List<Statement> statements = new ArrayList<>();
  private final List<LimitClock> clocks = new ArrayList<>();
  private int sequence;
  private int round = 1;
  private int roundSequence;
  private boolean wasFiled;
  boolean statementWaived;
  Hearing hearing = Hearing.NONE;
  @Nullable Penalty penalty;
  private @Nullable Pause pause;
  @Nullable Extension extensionAsked;
  Ledger ledger = Ledger.EMPTY;
  @Nullable Disposition outcome;
  private final Map<String, Snapshot> alerts = new LinkedHashMap<>();
  private final Set<Snapshot> snapshots = new LinkedHashSet<>();
  String institution = "";
  String mergedInto = "";
  final List<CaseLink> links = new ArrayList<>();
  final Map<String, CaseTask> tasks = new LinkedHashMap<>();
  final Set<String> templates = new LinkedHashSet<>();
  final List<DraftText> drafts = new ArrayList<>();
  private Handling.@Nullable Opened opening;

  void add(CaseEntry entry) {
    if (entry.sequence() != sequence + 1
        || (sequence == 0) != (entry.action() instanceof Handling.Opened)) {
      throw new IllegalArgumentException(
          "case: entry %d (%s) after %d; the opening first, then one by one"
              .formatted(entry.sequence(), entry.action().type(), sequence));
    }
    sequence = entry.sequence();
    entry.action().apply(this, entry);
  }

  void open(Handling.Opened opened, CaseEntry entry) {
    opening = opened;
    for (var track : Track.values()) {
      states.put(track, track.initial());
      entered.put(track, entry.sequence());
      movedBy.put(track, entry.by());
    }
  }

  /** Takes alerts in. The institution is that of all, or empty. */
  void take(List<Snapshot> more, String ofInstitution) {
    institution = alerts.isEmpty() || institution.equals(ofInstitution) ? ofInstitution : "";
    more.forEach(alert -> alerts.put(alert.alertId(), alert));
    snapshots.addAll(more);
  }

  /** Keeps alerts with more of what they rest on; what was kept before stays. */
  void complete(List<Snapshot> some) {
    some.forEach(alert -> alerts.replace(alert.alertId(), alert));
    snapshots.addAll(some);
  }

  /** Lets alerts go; that they were here stays. */
  void release(List<Snapshot> some, String ofInstitution) {
    some.forEach(alert -> alerts.remove(alert.alertId()));
    institution = ofInstitution;
  }

  /** Moves the suspected amount. */
  void suspect(CaseEntry entry, long fen, String text) {
    if (fen != 0) {
      ledger = ledger.with(new Line(entry.sequence(), Account.SUSPECTED, fen, "", 0, text));
    }
  }

  void set(List<NewTask> more, String origin, CaseEntry entry) {
    for (int i = 0; i < more.size(); i++) {
      var id = "%d-%d".formatted(entry.sequence(), i + 1);
      tasks.put(id, CaseTask.set(more.get(i), id, origin, entry));
    }
  }

  /** Takes a step: clocks whose states are left end, others begin. */
  void move(Transition step, CaseEntry entry) {
    var track = step.to().track();
    var from = Objects.requireNonNull(states.put(track, step.to()));
    entered.put(track, entry.sequence());
    movedBy.put(track, entry.by());
    boolean remedy = states.get(Track.REMEDY) != Track.REMEDY.initial();
    clocks.removeIf(
        clock -> ends(clock.limit(), step.to()) || (remedy && clock.limit().isForRemedy()));
    for (var limit : Limit.values()) {
      boolean begins = limit.states().contains(step.to()) && !limit.states().contains(from);
      if (begins && !(remedy && limit.isForRemedy())) {
        clocks.add(LimitClock.started(limit, entry.at()));
      }
    }
    wasFiled |= step.to() == State.FILED;
    if (step.to() == State.REOPENED) {
      beginRound();
    }
    if (track == Track.MAIN) {
      extensionAsked = null;
    }
  }

  private static boolean ends(Limit limit, State to) {
    return limit.track() == to.track() && !limit.states().contains(to);
  }

  private void beginRound() {
    round++;
    roundSequence = sequence;
    hearing = Hearing.NONE;
    statementWaived = false;
    penalty = null;
    outcome = null;
    states.put(Track.REMEDY, Track.REMEDY.initial());
  }

  void pause(Pause.Reason reason, long at) {
    pause = new Pause(reason, at);
  }

  void resume(long at) {
    var span = new Span(Objects.requireNonNull(pause).since(), at);
    pause = null;
    clocks.replaceAll(clock -> clock.limit().pauses() ? clock.paused(span) : clock);
  }

  void extend(Extension extension) {
    clocks.replaceAll(
        clock -> clock.limit() == extension.limit() ? clock.extended(extension.amount()) : clock);
  }

  void nameOfficer(String name, String credentials) {
    officers.put(name, credentials);
    handledBy.add(name);
  }

  CaseState state() {
    if (opening == null) {
      throw new IllegalArgumentException("case: no entries; at least the opening is wanted");
    }
    return new CaseState(
        sequence,
        opening,
        states,
        entered,
        movedBy,
        round,
        roundSequence,
        wasFiled,
        officers,
        handledBy,
        recused,
        documents,
        attachments,
        statements,
        statementWaived,
        hearing,
        penalty,
        clocks,
        pause,
        extensionAsked,
        ledger,
        outcome,
        List.copyOf(alerts.values()),
        List.copyOf(snapshots),
        institution,
        mergedInto,
        links,
        List.copyOf(tasks.values()),
        List.copyOf(templates),
        drafts);
  }
}
