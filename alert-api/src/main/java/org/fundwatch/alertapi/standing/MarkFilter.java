package org.fundwatch.alertapi.standing;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which marks are wanted; what is null does not matter.
 *
 * @param region prefix of the administrative division
 * @param holder code of the institution or doctor that they are against
 * @param institution that they happened at
 * @param state one of these
 * @param year natural year in which they began to count
 */
public record MarkFilter(
    @Pattern(regexp = "\\d{0,6}", message = "at most six digits") @Nullable String region,
    @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
        @Nullable String holder,
    @Pattern(regexp = Holder.CODE, message = "letters and digits, 30 at most")
        @Nullable String institution,
    @Size(max = 10) @Nullable List<@NotNull MarkState> state,
    @Min(2000) @Max(2999) @Nullable Integer year) {

  List<Query> queries() {
    var queries = new ArrayList<Query>();
    if (region != null) {
      queries.add(Query.of(q -> q.prefix(prefix -> prefix.field("region").value(region))));
    }
    if (holder != null) {
      queries.add(term("holder", holder));
    }
    if (institution != null) {
      queries.add(term("institution", institution));
    }
    if (state != null && !state.isEmpty()) {
      queries.add(in(state));
    }
    if (year != null) {
      queries.add(
          range("day", LocalDate.of(year, 1, 1).toString(), LocalDate.of(year, 12, 31).toString()));
    }
    return queries;
  }

  static Query in(List<MarkState> states) {
    return anyOf("state", states.stream().map(MarkState::name).toList());
  }

  static Query anyOf(String field, Collection<String> values) {
    var wanted = values.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(terms -> terms.field(field).terms(in -> in.value(wanted))));
  }

  static Query term(String field, String value) {
    return Query.of(q -> q.term(term -> term.field(field).value(value)));
  }

  static Query range(String field, String from, String to) {
    return Query.of(q -> q.range(range -> range.date(date -> date.field(field).gte(from).lte(to))));
  }
}
