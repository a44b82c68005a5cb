package org.fundwatch.alertapi.triage;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.alert.TriageEvent.Action;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.People;
import org.fundwatch.alertapi.security.Regions;
import org.fundwatch.alertapi.triage.BulkController.Spreading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Spreads alerts over those who are there, by what each has to do already. Thread-safe. */
@Service
class AssignService {
  private static final int MOST_INSPECTORS = 1_000;

  private final BulkService bulks;
  private final Absences absences;
  private final People people;
  private final AlertStore alerts;
  private final SearchNode node;
  private final Indices indices;

  AssignService(
      BulkService bulks,
      Absences absences,
      People people,
      AlertStore alerts,
      SearchNode node,
      Indices indices) {
    this.bulks = bulks;
    this.absences = absences;
    this.people = people;
    this.alerts = alerts;
    this.node = node;
    this.indices = indices;
  }

  /** Gives alerts away; see {@link BulkService#run}. */
  BulkService.Done spread(IdempotencyKey key, Spreading request, Caller caller) {
    return bulks.run(key, request, () -> plan(request, caller), caller);
  }

  private Bulk plan(Spreading request, Caller caller) {
    var present = present(request.inspectors());
    var ids = request.ids();
    var documents = ids == null ? bulks.found(request.query(), caller) : named(ids, caller);
    var work =
        documents.stream()
            .map(AlertDocument::alert)
            .map(one -> new Spread.Work(one.id(), one.region(), one.effortMinutes()))
            .toList();
    var plan = Spread.over(work, present, minutes());
    if (!plan.left().isEmpty()) {
      throw ProblemException.conflict(
          "%d of %d alerts are in regions where none of %s works; the first is %s"
              .formatted(plan.left().size(), work.size(), present.keySet(), plan.left().get(0)));
    }
    var change = TriageChange.of(Action.ASSIGNED, "", request.reason());
    return BulkService.plan(change, plan.byInspector(), 0, caller);
  }

  /** The alerts that the caller sees among the ids; the answer tells of the others. */
  private List<AlertDocument> named(List<String> ids, Caller caller) {
    var found = alerts.findBrief(ids);
    return ids.stream()
        .distinct()
        .map(
            id -> {
              var document = found.get(id);
              if (document == null || !caller.sees(document.alert().region())) {
                throw ProblemException.badInput(
                    List.of(new FieldFault("ids", id, "ids of alerts")));
              }
              return document;
            })
        .toList();
  }

  private Map<String, Regions> present(@Nullable List<String> inspectors) {
    var present = new TreeMap<>(people.workplaces());
    if (inspectors != null) {
      for (var name : inspectors) {
        if (!present.containsKey(name)) {
          throw ProblemException.badInput(
              List.of(new FieldFault("inspectors", name, String.join(", ", present.keySet()))));
        }
      }
      present.keySet().retainAll(inspectors);
    }
    present.keySet().removeAll(absences.today());
    if (present.isEmpty()) {
      throw ProblemException.conflict("nobody to give them to: all are away");
    }
    return present;
  }

  /** Minutes of work that each has been given and has not decided. */
  private Map<String, Long> minutes() {
    var request =
        SearchRequest.of(
            search ->
                search
                    .index(indices.alias(Indices.Name.ALERTS))
                    .size(0)
                    .query(assigned())
                    .aggregations(
                        "by",
                        by ->
                            by.terms(t -> t.field("triage.assignee").size(MOST_INSPECTORS))
                                .aggregations(
                                    "minutes",
                                    minutes -> minutes.sum(s -> s.field("alert.effortMinutes")))));
    var by = Objects.requireNonNull(node.search(request, Void.class).aggregations().get("by"));
    return by.sterms().buckets().array().stream()
        .collect(
            Collectors.toMap(
                bucket -> bucket.key().stringValue(),
                bucket ->
                    Math.round(
                        Objects.requireNonNull(bucket.aggregations().get("minutes")).sum().value()),
                Long::sum,
                HashMap::new));
  }

  private static Query assigned() {
    return Query.of(q -> q.term(term -> term.field("triage.state").value("ASSIGNED")));
  }
}
