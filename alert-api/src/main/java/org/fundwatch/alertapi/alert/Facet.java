package org.fundwatch.alertapi.alert;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fundwatch.domain.alert.AlertStatus;
import org.jspecify.annotations.Nullable;

/** Filters whose values are counted beside the list. */
enum Facet {
  STATE("triage.state", "triage.state"),
  STATUS("alert.status", "alert.status"),
  OUTCOME("alert.outcome", "alert.outcome"),
  FAMILY("alert.families", "alert.families"),
  RULE("alert.rules", "alert.ruleLabels"),
  INSTITUTION("alert.institution", "alert.institutionLabel"),
  ASSIGNEE("triage.assignee", "triage.assignee"),
  LABEL("triage.labels", "triage.labels");

  private static final List<TriageState> SHOWN =
      Arrays.stream(TriageState.values()).filter(state -> !state.closed()).toList();

  private final String filterField;
  private final String countField;

  Facet(String filterField, String countField) {
    this.filterField = filterField;
    this.countField = countField;
  }

  /** The field whose values are counted. */
  String countField() {
    return countField;
  }

  /** The filter that the query wants on it, if any. */
  Optional<Query> filter(AlertQuery query) {
    var wanted = wanted(query);
    return wanted == null || wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            AlertFilters.anyOf(filterField, wanted.stream().map(String::valueOf).toList()));
  }

  private @Nullable List<?> wanted(AlertQuery query) {
    return switch (this) {
      case STATE -> orUnlessClosed(query, query.state(), SHOWN);
      case STATUS -> orUnlessClosed(query, query.status(), List.of(AlertStatus.OPEN));
      case OUTCOME -> query.outcome();
      case FAMILY -> query.family();
      case RULE -> query.rule();
      case INSTITUTION -> query.institution();
      case ASSIGNEE -> query.assignee();
      case LABEL -> query.label();
    };
  }

  private static @Nullable List<?> orUnlessClosed(
      AlertQuery query, @Nullable List<?> wanted, List<?> shown) {
    boolean asked = wanted != null && !wanted.isEmpty();
    return asked || query.showsClosed() ? wanted : shown;
  }
}
