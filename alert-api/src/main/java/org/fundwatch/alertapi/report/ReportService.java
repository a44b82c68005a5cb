package org.fundwatch.alertapi.report;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.alert.AlertOrder;
import org.fundwatch.alertapi.alert.AlertPage;
import org.fundwatch.alertapi.alert.AlertQuery;
import org.fundwatch.alertapi.alert.AlertSearch;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.report.ReportStatus.Stage;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.search.Stored;
import org.fundwatch.alertapi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes reports in and answers for them. Thread-safe. */
@Service
class ReportService {
  private final SearchNode node;
  private final Indices indices;
  private final Pager pager;
  private final AlertSearch alerts;
  private final Clock clock;

  ReportService(SearchNode node, Indices indices, Pager pager, AlertSearch alerts, Clock clock) {
    this.node = node;
    this.indices = indices;
    this.pager = pager;
    this.alerts = alerts;
    this.clock = clock;
  }

  /** A report and whether it was unknown before. */
  record Taken(Report report, boolean isNew) {}

  /** Stores a report under the hotline's number, once. */
  Taken take(ReportContent content, String by) {
    requirePeriod(content);
    var report = Report.received(content, clock.millis(), by);
    try {
      node.create(index(), content.reportId(), report);
      return new Taken(report, true);
    } catch (ConflictException e) {
      var known = find(content.reportId());
      if (!known.content().equals(content)) {
        throw ProblemException.conflict(
            "report '%s': known with other content; it stays as it was"
                .formatted(content.reportId()));
      }
      return new Taken(known, false);
    }
  }

  Report find(String id) {
    return get(id).source();
  }

  /** A page of reports, the last received first. */
  Pager.Page<Report> list(
      @Nullable Stage stage, @Nullable String institution, int size, @Nullable String cursor) {
    var filters = new ArrayList<Query>();
    if (stage != null) {
      filters.add(term("status.stage", stage.name()));
    }
    if (institution != null) {
      filters.add(term("content.fixmedinsCode", institution));
    }
    return pager.read(
        "reports %s %s".formatted(stage, institution),
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
    var content = find(id).content();
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
  Report change(String id, int seen, ReportStatus status, String by) {
    var read = get(id);
    requireRevision(read.source(), seen);
    var changed = read.source().changed(status, clock.millis(), by);
    try {
      node.update(
          index(),
          read,
          Map.of(
              "status", changed.status(),
              "revision", changed.revision(),
              "changedAt", changed.changedAt(),
              "changedBy", changed.changedBy()));
      return changed;
    } catch (ConflictException e) {
      throw outdated(find(id));
    }
  }

  private Stored<Report> get(String id) {
    return node.get(index(), id, Report.class)
        .orElseThrow(() -> ProblemException.notFound("report '%s': unknown".formatted(id)));
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

  private static void requireRevision(Report report, int seen) {
    if (report.revision() != seen) {
      throw outdated(report);
    }
  }

  private static ProblemException outdated(Report report) {
    return ProblemException.outdated(Revision.tag(report.revision()), List.of(report.status()));
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(term -> term.field(field).value(value)));
  }
}
