package org.fundwatch.alertapi.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.AlertSummary;
import org.fundwatch.alertapi.cases.CaseEvent.Facts;
import org.fundwatch.alertapi.cases.CaseEvent.Kind;
import org.fundwatch.alertapi.journal.RequestKeys;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.search.Stored;
import org.fundwatch.alertapi.triage.TriageService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens cases, adds to them and reads them. Thread-safe. */
@Service
public final class CaseService {
  private final CaseStore store;
  private final AlertStore alerts;
  private final TriageService triage;
  private final RequestKeys keys;
  private final Clock clock;

  CaseService(
      CaseStore store, AlertStore alerts, TriageService triage, RequestKeys keys, Clock clock) {
    this.store = store;
    this.alerts = alerts;
    this.triage = triage;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Opens a case. The opening event makes the case; that its alerts and the list of cases know of
   * it follows, and is made up for when the same request comes again.
   *
   * @param alertIds known alerts that are in no case yet, 1 or more
   * @param key the creator's {@code Idempotency-Key}, null for none
   * @return the case's id
   */
  public String open(String title, List<String> alertIds, String by, @Nullable String key) {
    var wanted = List.copyOf(new LinkedHashSet<>(alertIds));
    var facts = new Facts(title, wanted);
    var id = keys.once(CaseStore.KIND, by, key, facts, requestKey -> create(facts, by, requestKey));
    CaseFile.of(events(id)).alertIds().forEach(alert -> triage.addToCase(alert, id, by));
    return id;
  }

  /** A case with its history and its alerts. */
  public CaseDetail find(String id) {
    var events = events(id);
    var file = CaseFile.of(events);
    var summaries = documents(file).stream().map(AlertSummary::of).toList();
    return new CaseDetail(file, events, summaries);
  }

  /** A case with its alerts whole, for taking along. */
  public CaseExport export(String id) {
    var events = events(id);
    var file = CaseFile.of(events);
    var whole = alerts.findWhole(file.alertIds());
    var documents = file.alertIds().stream().map(whole::get).filter(Objects::nonNull).toList();
    return CaseExport.of(file, events, documents);
  }

  /**
   * Adds a note.
   *
   * @param seen the sequence of the last event that the writer knew of
   * @throws ProblemException with the events since, when there are some
   */
  public CaseDetail note(String id, int seen, String text, String by) {
    var events = events(id);
    requireLast(events, seen);
    try {
      store.add(id, seen, Kind.NOTE, new Facts(text, List.of()), by);
    } catch (ConflictException e) {
      requireLast(events(id), seen);
    }
    return find(id);
  }

  /** A page of cases, the last changed first. */
  public Pager.Page<CaseFile> list(int size, @Nullable String cursor) {
    return store.list(size, cursor);
  }

  private String create(Facts facts, String by, String requestKey) {
    requireFree(facts.alertIds());
    var prefix = "C%d-".formatted(LocalDate.now(clock).getYear());
    int last =
        store.lastId(prefix).map(id -> Integer.valueOf(id.substring(prefix.length()))).orElse(0);
    for (int number = last + 1; ; number++) {
      var id = "%s%06d".formatted(prefix, number);
      if (store.openIfFree(id, facts, by, requestKey)) {
        return id;
      }
    }
  }

  private void requireFree(List<String> alertIds) {
    var found = alerts.findAll(alertIds);
    var faults = new ArrayList<FieldFault>();
    for (var id : alertIds) {
      var alert = found.get(id);
      if (alert == null) {
        faults.add(new FieldFault("alertIds", id, "ids of alerts"));
      } else if (!alert.source().triage().caseId().isEmpty()) {
        faults.add(
            new FieldFault(
                "alertIds",
                "%s, part of case %s".formatted(id, alert.source().triage().caseId()),
                "alerts that are in no case"));
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemException.badInput(faults);
    }
  }

  private List<CaseEvent> events(String id) {
    var entries = store.entries(id);
    if (entries.isEmpty()) {
      throw ProblemException.notFound("case '%s': unknown".formatted(id));
    }
    return entries.stream().map(CaseEvent::of).toList();
  }

  private List<AlertDocument> documents(CaseFile file) {
    var found = alerts.findAll(file.alertIds());
    return file.alertIds().stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(Stored::source)
        .toList();
  }

  private static void requireLast(List<CaseEvent> events, int seen) {
    int last = events.get(events.size() - 1).sequence();
    if (last != seen) {
      throw ProblemException.outdated(
          CaseFile.of(events).tag(),
          events.stream().filter(event -> event.sequence() > seen).toList());
    }
  }
}
