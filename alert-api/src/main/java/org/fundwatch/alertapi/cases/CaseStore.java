package org.fundwatch.alertapi.cases;

import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.procedure.CaseAction;
import org.fundwatch.alertapi.procedure.Handling.Opened;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Indices.Name;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cases as streams of the journal, and the list of cases. Thread-safe. */
@Component
class CaseStore {
  static final Kind KIND = Kind.CASE;

  /** What was split off has more numbers behind that of its case. */
  private static final Pattern ID = Pattern.compile("C\\d{4}-\\d{6,10}(-\\d{1,6}){0,10}");

  private final Journal journal;
  private final Indices indices;
  private final Pager pager;

  CaseStore(Journal journal, Indices indices, Pager pager) {
    this.journal = journal;
    this.indices = indices;
    this.pager = pager;
  }

  /** The entries of a case in order, none for an unknown case. */
  List<Entry> entries(String caseId) {
    return ID.matcher(caseId).matches() ? journal.read(stream(caseId)) : List.of();
  }

  /** The last case number that begins so, empty for none. */
  Optional<String> lastId(String prefix) {
    return journal.last(KIND, prefix).map(StreamId::id);
  }

  /**
   * Adds an event.
   *
   * @param after sequence of the event that it follows
   * @throws ConflictException when that is no longer the last
   */
  void add(String caseId, int after, CaseAction action, String by) {
    add(new Draft(stream(caseId), after, action.type(), action, by));
  }

  /** Opens a case, unless its number is taken; false then. */
  boolean openIfFree(String caseId, Opened opened, String by, String requestKey) {
    try {
      add(new Draft(stream(caseId), 0, opened.type(), opened, by, requestKey));
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  private void add(Draft draft) {
    journal.append(draft);
    journal.project(draft.stream(), journal.read(draft.stream()));
  }

  /** A page of the cases that somebody sees, the last changed first. */
  Pager.Page<CaseFile> list(CaseFilter filter, Caller by, int size, @Nullable String cursor) {
    return pager.read(
        "cases %s %s".formatted(filter, by.reach()),
        indices.alias(Name.CASES),
        cursor,
        size,
        CaseFile.class,
        search ->
            search
                .query(
                    q ->
                        q.bool(
                            bool ->
                                bool.filter(by.regionFilter("region")).filter(filter.queries())))
                .sort(sort -> sort.field(f -> f.field("changedAt").order(SortOrder.Desc)))
                .sort(sort -> sort.field(f -> f.field("id").order(SortOrder.Asc))));
  }

  private static StreamId stream(String caseId) {
    return new StreamId(KIND, caseId);
  }
}
