package org.fundwatch.alertapi.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.fundwatch.alertapi.alert.AlertDetail;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertMask;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.AlertSummary;
import org.fundwatch.alertapi.journal.RequestKeys;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.procedure.Actor;
import org.fundwatch.alertapi.procedure.CaseAction;
import org.fundwatch.alertapi.procedure.Duty;
import org.fundwatch.alertapi.procedure.Handling.Note;
import org.fundwatch.alertapi.procedure.Handling.Opened;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.Procedure;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.search.Stored;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Regions;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.alertapi.triage.TriageService;
import org.fundwatch.domain.alert.Alert;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens cases, does things in them and reads them. Thread-safe. */
@Service
public final class CaseService {
  private final CaseStore store;
  private final AlertStore alerts;
  private final TriageService triage;
  private final RequestKeys keys;
  private final Snapshots snapshots;
  private final Procedure procedure;
  private final Clock clock;

  CaseService(
      CaseStore store,
      AlertStore alerts,
      TriageService triage,
      RequestKeys keys,
      Snapshots snapshots,
      Procedure procedure,
      Clock clock) {
    this.store = store;
    this.alerts = alerts;
    this.triage = triage;
    this.keys = keys;
    this.snapshots = snapshots;
    this.procedure = procedure;
    this.clock = clock;
  }

  /** What a request to open a case asks for: the same key has to come with the same. */
  private record Wanted(String title, List<String> alertIds) {}

  /**
   * Opens a case. The opening event makes the case; that its alerts and the list of cases know of
   * it follows, and is made up for when the same request comes again.
   *
   * @param alertIds known alerts that are in no case yet, 1 or more
   * @return the case's id
   */
  public String open(String title, List<String> alertIds, Caller by, IdempotencyKey key) {
    var wanted = new Wanted(title, List.copyOf(new LinkedHashSet<>(alertIds)));
    return keys.once(
        CaseStore.KIND,
        by.name(),
        key,
        wanted,
        requestKey -> create(wanted, by, requestKey),
        id -> tellAlerts(id, by));
  }

  private void tellAlerts(String id, Caller by) {
    history(id, by)
        .state()
        .opening()
        .alertIds()
        .forEach(alert -> triage.addToCase(alert, id, by.name()));
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
        whole(file, AlertDetail::of));
  }

  /** The same with nothing masked: only for somebody whose reason has been written down. */
  public CaseExport revealed(String id, Caller by) {
    var history = history(id, by);
    var file = CaseFile.of(history, procedure);
    return CaseExport.of(
        file, progress(history, by), history.events(), whole(file, AlertDetail::revealed));
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
    var missing = procedure.missing(history.state(), action, actor(by), clock.millis());
    if (!missing.isEmpty()) {
      throw Refusal.of(action, missing);
    }
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
   * Checks that nothing has happened in a case since.
   *
   * @throws ProblemException with the events since, when there are some
   */
  void requireCurrent(String id, int seen, Caller by) {
    history(id, by).requireLast(seen);
  }

  /** An alert as it was when the case was opened, who it is about masked. */
  Alert snapshot(String id, String sha256, Caller by) {
    return history(id, by).state().opening().snapshots().stream()
        .filter(snapshot -> snapshot.sha256().equals(sha256))
        .findFirst()
        .map(snapshots::read)
        .map(AlertMask::of)
        .orElseThrow(() -> ProblemException.notFound("case '%s': no such snapshot".formatted(id)));
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

  private String create(Wanted wanted, Caller by, String requestKey) {
    var found = free(wanted.alertIds(), by);
    if (!by.sees(Regions.common(found.stream().map(alert -> alert.alert().region()).toList()))) {
      throw ProblemException.badInput(
          List.of(
              new FieldFault(
                  "alertIds",
                  "alerts of several regions",
                  "alerts of one region; a case across regions is opened by somebody of the one"
                      + " above")));
    }
    // Before the opening, which names them.
    var opened = opening(wanted.title(), found, snapshots.keep(found, by.name()));
    var prefix = "C%d-".formatted(LocalDate.now(clock).getYear());
    int last =
        store.lastId(prefix).map(id -> Integer.valueOf(id.substring(prefix.length()))).orElse(0);
    for (int number = last + 1; ; number++) {
      var id = "%s%06d".formatted(prefix, number);
      if (store.openIfFree(id, opened, by.name(), requestKey)) {
        return id;
      }
    }
  }

  private static Opened opening(
      String title, List<AlertDocument> alerts, List<Snapshot> snapshots) {
    var institutions =
        alerts.stream().map(alert -> alert.alert().institution()).distinct().toList();
    return new Opened(
        title,
        Regions.common(alerts.stream().map(alert -> alert.alert().region()).toList()),
        institutions.size() == 1 ? institutions.get(0) : "",
        alerts.stream().map(alert -> alert.alert().id()).toList(),
        alerts.stream().mapToLong(alert -> alert.alert().amountFen()).sum(),
        snapshots);
  }

  private List<AlertDocument> free(List<String> alertIds, Caller by) {
    var found = alerts.findAll(alertIds);
    var faults = new ArrayList<FieldFault>();
    var free = new ArrayList<AlertDocument>();
    for (var id : alertIds) {
      var alert = found.get(id);
      if (alert == null || !by.sees(alert.source().alert().region())) {
        faults.add(new FieldFault("alertIds", id, "ids of alerts"));
      } else if (!alert.source().triage().caseId().isEmpty()) {
        faults.add(
            new FieldFault(
                "alertIds",
                "%s, part of case %s".formatted(id, alert.source().triage().caseId()),
                "alerts that are in no case"));
      } else {
        free.add(alert.source());
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemException.badInput(faults);
    }
    return free;
  }

  private CaseHistory history(String id, Caller by) {
    var entries = store.entries(id);
    if (!entries.isEmpty()) {
      var history = CaseHistory.of(id, entries);
      if (by.sees(history.state().opening().region())) {
        return history;
      }
    }
    throw ProblemException.notFound("case '%s': unknown".formatted(id));
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
