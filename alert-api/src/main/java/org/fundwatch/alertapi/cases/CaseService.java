package org.fundwatch.alertapi.cases;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fundwatch.alertapi.alert.AlertDetail;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertMask;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.AlertSummary;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.procedure.Actor;
import org.fundwatch.alertapi.procedure.CaseAction;
import org.fundwatch.alertapi.procedure.Duty;
import org.fundwatch.alertapi.procedure.Handling.Note;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.Procedure;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.search.Stored;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.domain.alert.Alert;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens cases, does things in them and reads them. Thread-safe. */
@Service
public final class CaseService {
  private final CaseStore store;
  private final AlertStore alerts;
  private final CaseOpening opening;
  private final Snapshots snapshots;
  private final Procedure procedure;
  private final Clock clock;

  CaseService(
      CaseStore store,
      AlertStore alerts,
      CaseOpening opening,
      Snapshots snapshots,
      Procedure procedure,
      Clock clock) {
    this.store = store;
    this.alerts = alerts;
    this.opening = opening;
    this.snapshots = snapshots;
    this.procedure = procedure;
    this.clock = clock;
  }

  /** Opens a case, see {@link CaseOpening#open}. */
  public String open(String title, List<String> alertIds, Caller by, IdempotencyKey key) {
    return opening.open(title, alertIds, by, key);
  }

  /** A case with its history and its alerts. */
  public CaseDetail find(String id, Caller by) {
    var history = history(id, by);
    var file = CaseFile.of(history, procedure);
    return new CaseDetail(
        Mask.all(file), progress(history, by).masked(), history.shown(), summaries(file));
  }

  /**
   * The same with what people wrote as they wrote it: only for somebody whose reason has been
   * written down.
   */
  public CaseDetail findRevealed(String id, Caller by) {
    var history = history(id, by);
    var file = CaseFile.of(history, procedure);
    return new CaseDetail(file, progress(history, by), history.events(), summaries(file));
  }

  /** A case with its alerts whole, for taking along; personal data is masked. */
  public CaseExport export(String id, Caller by) {
    var history = history(id, by);
    var file = CaseFile.of(history, procedure);
    return CaseExport.of(
        Mask.all(file),
        progress(history, by).masked(),
        history.shown(),
        whole(file, AlertDetail::of),
        maskedRows(history.state().snapshots()));
  }

  /** The same with nothing masked: only for somebody whose reason has been written down. */
  public CaseExport revealed(String id, Caller by) {
    var history = history(id, by);
    var file = CaseFile.of(history, procedure);
    return CaseExport.of(
        file,
        progress(history, by),
        history.events(),
        whole(file, AlertDetail::revealed),
        snapshots.rows(history.state().snapshots()));
  }

  private List<AlertDetail> whole(CaseFile file, Function<AlertDocument, AlertDetail> shown) {
    var whole = alerts.findWhole(file.alertIds());
    return file.alertIds().stream().map(whole::get).filter(Objects::nonNull).map(shown).toList();
  }

  private List<AlertSummary> summaries(CaseFile file) {
    return documents(file).stream().map(AlertSummary::of).toList();
  }

  /** Adds a note, see {@link #act}. */
  public CaseDetail note(String id, int seen, String text, Caller by) {
    return act(id, seen, new Note(text), by);
  }

  /**
   * Does something in a case.
   *
   * @param seen the sequence of the last event that the writer knew of
   * @throws ProblemException with the events since, when there are some, and with all that is
   *     missing when it cannot be done
   */
  public CaseDetail act(String id, int seen, CaseAction action, Caller by) {
    var history = history(id, by);
    history.requireLast(seen);
    admit(history, action, by);
    try {
      store.add(id, seen, action, by.name());
    } catch (ConflictException e) {
      throw history(id, by).outdated(seen);
    }
    return find(id, by);
  }

  /** The region of a case that somebody sees. */
  String region(String id, Caller by) {
    return history(id, by).state().opening().region();
  }

  /**
   * Checks that somebody can do something in a case.
   *
   * @throws ProblemException with all that is missing when it cannot be done
   */
  void admit(CaseHistory history, CaseAction action, Caller by) {
    var missing = procedure.missing(history.state(), action, actor(by), clock.millis());
    if (!missing.isEmpty()) {
      throw Refusal.of(action, missing);
    }
  }

  /**
   * Checks that nothing has happened in a case since.
   *
   * @throws ProblemException with the events since, when there are some
   */
  void requireCurrent(String id, int seen, Caller by) {
    history(id, by).requireLast(seen);
  }

  /** An alert as it was when it came to the case, who it is about masked. */
  Alert snapshot(String id, String sha256, Caller by) {
    return AlertMask.of(snapshots.alerts(List.of(named(id, sha256, by))).get(0));
  }

  /** What an alert rested on when it came to the case, who it is about masked. */
  SnapshotRows snapshotRows(String id, String sha256, Caller by) {
    return maskedRows(List.of(named(id, sha256, by))).get(0);
  }

  /**
   * The last that has a hash, of the alert or of its rows: those that came later are in it. Also of
   * alerts that have left: the case's entries name them.
   */
  private Snapshot named(String id, String sha256, Caller by) {
    return history(id, by).state().snapshots().stream()
        .filter(snapshot -> snapshot.sha256().equals(sha256) || snapshot.rows().equals(sha256))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> ProblemException.notFound("case '%s': no such snapshot".formatted(id)));
  }

  private List<SnapshotRows> maskedRows(List<Snapshot> named) {
    var alertsThen = snapshots.alerts(named);
    var rows = snapshots.rows(named);
    return IntStream.range(0, named.size())
        .mapToObj(at -> rows.get(at).masked(AlertMask.words(alertsThen.get(at))))
        .toList();
  }

  /** A page of cases, the last changed first. */
  public Pager.Page<CaseFile> list(
      CaseFilter filter, int size, @Nullable String cursor, Caller by) {
    return store.list(filter, by, size, cursor).map(Mask::all);
  }

  private CaseProgress progress(CaseHistory history, Caller by) {
    return CaseProgress.of(history.state(), procedure, actor(by), clock.millis());
  }

  private static Actor actor(Caller caller) {
    Set<Duty> duties = EnumSet.noneOf(Duty.class);
    if (caller.is(Role.INSPECTOR)) {
      duties.add(Duty.OFFICER);
    }
    if (caller.is(Role.LEAD)) {
      duties.add(Duty.HEAD);
    }
    if (caller.is(Role.LEGAL_REVIEWER)) {
      duties.add(Duty.LEGAL_REVIEWER);
    }
    return new Actor(caller.name(), duties);
  }

  /**
   * A case that somebody sees.
   *
   * @throws ProblemException when there is none
   */
  CaseHistory history(String id, Caller by) {
    return seen(id, by)
        .orElseThrow(() -> ProblemException.notFound("case '%s': unknown".formatted(id)));
  }

  /** A case, if there is one that somebody sees. */
  Optional<CaseHistory> seen(String id, Caller by) {
    return Optional.of(store.entries(id))
        .filter(entries -> !entries.isEmpty())
        .map(entries -> CaseHistory.of(id, entries))
        .filter(history -> by.sees(history.state().opening().region()));
  }

  private List<AlertDocument> documents(CaseFile file) {
    var found = alerts.findAll(file.alertIds());
    return file.alertIds().stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(Stored::source)
        .toList();
  }
}
