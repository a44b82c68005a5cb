package org.fundwatch.alertapi.cases;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.fundwatch.alertapi.procedure.State;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted; what is null does not matter.
 *
 * @param state of any track, one of these
 * @param dueBefore epoch milliseconds, exclusive
 * @param officer who handles it
 * @param region prefix of the administrative division
 * @param institution {@code fixmedins_code}
 */
public record CaseFilter(
    @Size(max = 40) @Nullable List<@NotNull State> state,
    @Nullable Long dueBefore,
    @Size(max = 100) @Nullable String officer,
    @Pattern(regexp = "\\d{0,6}", message = "at most six digits") @Nullable String region,
    @Size(max = 50) @Nullable String institution) {

  /** All cases. */
  public static final CaseFilter ALL = new CaseFilter(null, null, null, null, null);

  List<Query> queries() {
    var queries = new ArrayList<Query>();
    if (state != null && !state.isEmpty()) {
      var names = state.stream().map(State::name).map(FieldValue::of).toList();
      queries.add(
          Query.of(q -> q.terms(terms -> terms.field("states").terms(in -> in.value(names)))));
    }
    if (dueBefore != null) {
      queries.add(
          Query.of(
              q ->
                  q.range(
                      range -> range.number(n -> n.field("dueAt").lt(dueBefore.doubleValue())))));
    }
    if (officer != null) {
      queries.add(Query.of(q -> q.term(term -> term.field("officers").value(officer))));
    }
    if (region != null) {
      queries.add(Query.of(q -> q.prefix(prefix -> prefix.field("region").value(region))));
    }
    if (institution != null) {
      queries.add(Query.of(q -> q.term(term -> term.field("institution").value(institution))));
    }
    return queries;
  }
}
