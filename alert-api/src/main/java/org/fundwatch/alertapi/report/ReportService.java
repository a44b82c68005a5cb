package org.fundwatch.alertapi.report;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fundwatch.alertapi.alert.AlertOrder;
import org.fundwatch.alertapi.alert.AlertPage;
import org.fundwatch.alertapi.alert.AlertQuery;
import org.fundwatch.alertapi.alert.AlertSearch;
import org.fundwatch.alertapi.alert.Institutions;
import org.fundwatch.alertapi.audit.AuditLog;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.RequestKeys;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.report.Report.Action;
import org.fundwatch.alertapi.report.Report.Received;
import org.fundwatch.alertapi.report.ReportStatus.Stage;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes reports in and answers for them. Thread-safe. */
@Service
public final class ReportService {
  private final Journal journal;
  private final RequestKeys keys;
  private final Indices indices;
  private final Pager pager;
  private final AlertSearch alerts;
  private final Institutions institutions;
  private final ReportPrivacy privacy;
  private final AuditLog audit;

  ReportService(
      Journal journal,
      RequestKeys keys,
      Indices indices,
      Pager pager,
      AlertSearch alerts,
      Institutions institutions,
      ReportPrivacy privacy,
      AuditLog audit) {
    this.journal = journal;
    this.keys = keys;
    this.indices = indices;
    this.pager = pager;
    this.alerts = alerts;
    this.institutions = institutions;
    this.privacy = privacy;
    this.audit = audit;
  }

  /** Stores a report under the hotline's number, once, with whichever key it comes. */
  Report take(IdempotencyKey key, ReportContent content, Caller by) {
    requirePeriod(content);
    var id =
        keys.once(Kind.REPORT, by.name(), key, content, request -> receive(content, by, request));
    return Report.of(entries(id));
  }

  private String receive(ReportContent content, Caller by, String request) {
    var received = new Received(privacy.kept(content), region(content, by));
    try {
      append(content.reportId(), List.of(), Action.RECEIVED, received, by.name(), request);
    } catch (ConflictException e) {
      var known = Report.of(entries(content.reportId()));
      if (!privacy.whole(known.content()).equals(content)) {
        throw ProblemException.conflict(
            "report '%s': known with other content; it stays as it was"
                .formatted(content.reportId()));
      }
    }
    return content.reportId();
  }

  /** True when there is a report of that number that the caller sees. */
  public boolean isKnown(String id, Caller caller) {
    var entries = entries(id);
    return !entries.isEmpty() && Report.of(entries).seenBy(caller);
  }

  /** A report that the caller sees. */
  Report find(String id, Caller caller) {
    return Report.of(entries(id, caller));
  }

  /** A report with its personal parts as they were sent, once the reason is written down. */
  Report reveal(String id, String reason, Caller caller) {
    var report = find(id, caller);
    var whole = report.with(privacy.whole(report.content()));
    audit.revealed(caller, "report/" + id, report.region(), reason);
    return whole;
  }

  /** A page of the reports that the caller sees, the last received first. */
  Pager.Page<Report> list(
      @Nullable Stage stage,
      @Nullable String institution,
      int size,
      @Nullable String cursor,
      Caller caller) {
    var filters = new ArrayList<Query>();
    filters.add(
        Query.of(
            q ->
                q.bool(
                    any ->
                        any.should(caller.regionFilter("region"))
                            .should(term("receivedBy", caller.name()))
                            .minimumShouldMatch("1"))));
    if (stage != null) {
      filters.add(term("status.stage", stage.name()));
    }
    if (institution != null) {
      filters.add(term("content.fixmedinsCode", institution));
    }
    return pager.read(
        "reports %s %s of %s %s".formatted(stage, institution, caller.name(), caller.reach()),
        index(),
        cursor,
        size,
        Report.class,
        search ->
            search
                .query(q -> q.bool(bool -> bool.filter(filters)))
                .sort(sort -> sort.field(f -> f.field("receivedAt").order(SortOrder.Desc)))
                .sort(sort -> sort.field(f -> f.field("content.reportId"))));
  }

  /** Alerts of the reported institution whose service touches the reported period. */
  AlertPage alerts(String id, int size, @Nullable String cursor, Caller caller) {
    var content = find(id, caller).content();
    var institution = content.fixmedinsCode();
    if (institution == null || institution.isEmpty()) {
      return new AlertPage(List.of(), 0, Map.of(), null);
    }
    var query = AlertQuery.ofInstitution(institution, content.occurredFrom(), content.occurredTo());
    return alerts.list(query, AlertOrder.PRIORITY, false, size, cursor, caller);
  }

  /**
   * Changes the status.
   *
   * @param seen the revision that it was decided on
   * @throws ProblemException with the report as it is, when it has another revision
   */
  Report change(String id, int seen, ReportStatus status, Caller by) {
    var entries = entries(id, by);
    if (entries.size() != seen) {
      throw outdated(Report.of(entries));
    }
    try {
      return append(id, entries, Action.STATUS_CHANGED, status, by.name(), "");
    } catch (ConflictException e) {
      throw outdated(find(id, by));
    }
  }

  private Report append(
      String id, List<Entry> before, Action action, Object body, String by, String request) {
    var draft = new Draft(stream(id), before.size(), action.name(), body, by, request);
    var entry = journal.append(draft);
    var entries = Stream.concat(before.stream(), Stream.of(entry)).toList();
    journal.project(stream(id), entries);
    return Report.of(entries);
  }

  /** Of the institution, as far as alerts tell; else of the hotline. */
  private String region(ReportContent content, Caller hotline) {
    var institution = Objects.requireNonNullElse(content.fixmedinsCode(), "");
    return institutions
        .region(institution)
        .orElseGet(() -> Regions.common(hotline.regions().prefixes()));
  }

  private List<Entry> entries(String id) {
    return journal.read(stream(id));
  }

  private List<Entry> entries(String id, Caller caller) {
    var entries = entries(id);
    if (entries.isEmpty() || !Report.of(entries).seenBy(caller)) {
      throw ProblemException.notFound("report '%s': unknown".formatted(id));
    }
    return entries;
  }

  private static StreamId stream(String id) {
    return new StreamId(Kind.REPORT, id);
  }

  private String index() {
    return indices.alias(Indices.Name.REPORTS);
  }

  private static void requirePeriod(ReportContent content) {
    LocalDate from = content.occurredFrom();
    LocalDate to = content.occurredTo();
    if (from != null && to != null && to.isBefore(from)) {
      throw ProblemException.badInput(
          List.of(new FieldFault("occurredTo", to.toString(), from + " or later")));
    }
  }

  private static ProblemException outdated(Report report) {
    return ProblemException.outdated(Revision.tag(report.revision()), List.of(report.status()));
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(term -> term.field(field).value(value)));
  }
}
