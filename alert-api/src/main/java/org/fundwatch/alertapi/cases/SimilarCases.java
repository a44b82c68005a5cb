package org.fundwatch.alertapi.cases;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.procedure.State;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds cases that are like one, open or over. Thread-safe. */
@Service
final class SimilarCases {
  /** The search node chooses roughly, and the points decide among these. */
  private static final int CANDIDATES = 200;

  private static final float HEAVY = 3;

  private final CaseService cases;
  private final Snapshots snapshots;
  private final SearchNode node;
  private final Indices indices;

  SimilarCases(CaseService cases, Snapshots snapshots, SearchNode node, Indices indices) {
    this.cases = cases;
    this.snapshots = snapshots;
    this.node = node;
    this.indices = indices;
  }

  /**
   * A case that is like another one; amounts in fen.
   *
   * @param score 0 to 100 points
   * @param shared what makes them
   * @param stateZh its state, in Chinese
   * @param over true when the matter is over
   * @param outcome what it was in the end, null while that is open
   * @param outcomeZh the same in Chinese, empty while that is open
   */
  record Similar(
      String id,
      String title,
      double score,
      List<Likeness.Shared> shared,
      State state,
      String stateZh,
      boolean over,
      @Nullable Disposition outcome,
      String outcomeZh,
      long openedAt,
      long suspectedFen,
      long verifiedFen,
      long recoveredFen) {

    static Similar of(CaseFeatures other, Likeness likeness) {
      var outcome = other.outcome().isEmpty() ? null : Disposition.valueOf(other.outcome());
      return new Similar(
          other.id(),
          other.title(),
          likeness.score(),
          likeness.shared(),
          other.state(),
          other.state().zh(),
          State.OVER.contains(other.state()),
          outcome,
          outcome == null ? "" : outcome.zh(),
          other.openedAt(),
          other.suspectedFen(),
          other.verifiedFen(),
          other.recoveredFen());
    }
  }

  /** The cases most like one, of those that somebody sees. */
  List<Similar> of(String id, int size, Caller by) {
    var history = cases.history(id, by);
    var features = CaseFeatures.of(history, snapshots.alerts(history.state().alerts()));
    return node.search(request(features, by), CaseFeatures.class).hits().hits().stream()
        .map(Hit::source)
        .map(Objects::requireNonNull)
        .map(other -> new Pair(other, Likeness.of(features, other)))
        .filter(pair -> pair.likeness().counts())
        .map(pair -> Mask.all(Similar.of(pair.other(), pair.likeness())))
        .sorted(Comparator.comparingDouble(Similar::score).reversed().thenComparing(Similar::id))
        .limit(size)
        .toList();
  }

  private record Pair(CaseFeatures other, Likeness likeness) {}

  private SearchRequest request(CaseFeatures features, Caller by) {
    return SearchRequest.of(
        search ->
            search
                .index(indices.alias(Indices.Name.CASE_FEATURES))
                .query(
                    q ->
                        q.bool(
                            bool ->
                                bool.filter(by.regionFilter("region"))
                                    .mustNot(terms("id", List.of(features.id()), 1))
                                    // What was merged is found by the case that it went into.
                                    .mustNot(terms("state", List.of(State.MERGED.name()), 1))
                                    .should(signs(features))
                                    .minimumShouldMatch("1")))
                .size(CANDIDATES));
  }

  private static List<Query> signs(CaseFeatures features) {
    var signs = new ArrayList<Query>();
    signs.add(terms("institutions", features.institutions(), HEAVY));
    signs.add(terms("rules", features.rules(), HEAVY));
    signs.add(terms("knowledge", features.knowledge(), HEAVY));
    signs.add(terms("doctors", features.doctors(), HEAVY));
    signs.add(Query.of(q -> q.match(match -> match.field("title").query(features.title()))));
    return signs;
  }

  private static Query terms(String field, List<String> values, float boost) {
    return Query.of(
        q ->
            q.terms(
                terms ->
                    terms
                        .field(field)
                        .boost(boost)
                        .terms(in -> in.value(values.stream().map(FieldValue::of).toList()))));
  }
}
