package org.fundwatch.alertapi.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundwatch.alertapi.alert.AlertPage.FacetValue;
import org.fundwatch.alertapi.alert.AlertQuery;
import org.fundwatch.alertapi.alert.TriageState;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The values of a filter with their counts, as boxes to tick.
 *
 * @param title of the filter
 * @param parameter its name in the address
 * @param values frequent ones, and those that are ticked
 */
record FacetBox(String title, String parameter, List<Value> values) {

  FacetBox {
    values = List.copyOf(values);
  }

  /** A box to tick. */
  record Value(String value, String label, long count, boolean chosen) {}

  /** The boxes for a first page's facets. */
  static List<FacetBox> of(Map<String, List<FacetValue>> facets, AlertQuery query) {
    return List.of(
        box("处理状态", "state", facets, query.state()),
        box("等级", "outcome", facets, query.outcome()),
        box("规则类别", "family", facets, query.family()),
        box("规则与模型", "rule", facets, query.rule()),
        box("机构", "institution", facets, query.institution()),
        box("处理人", "assignee", facets, query.assignee()),
        box("标签", "label", facets, query.label()),
        box("系统状态", "status", facets, query.status()));
  }

  private static FacetBox box(
      String title,
      String parameter,
      Map<String, List<FacetValue>> facets,
      @Nullable List<?> chosenValues) {
    var chosen =
        chosenValues == null ? List.of() : chosenValues.stream().map(String::valueOf).toList();
    var values = new ArrayList<Value>();
    for (var facet : Objects.requireNonNullElse(facets.get(parameter), List.<FacetValue>of())) {
      values.add(
          new Value(
              facet.value(),
              label(parameter, facet),
              facet.count(),
              chosen.contains(facet.value())));
    }
    return new FacetBox(title, parameter, values);
  }

  private static String label(String parameter, FacetValue facet) {
    return switch (parameter) {
      case "state" -> TriageState.valueOf(facet.value()).zh();
      case "outcome" -> new Show().outcome(Outcome.valueOf(facet.value()));
      case "status" -> new Show().status(AlertStatus.valueOf(facet.value()));
      default -> facet.label().isEmpty() ? facet.value() : facet.label();
    };
  }
}
