package org.fundwatch.alertapi.register;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.RequestKeys;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.register.Registered.Step;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Records of one form: each a stream of the journal that begins with the record, changes it, and
 * ends it, see {@link KeyedStreams}. Thread-safe.
 *
 * @param <T> the form
 */
public final class Register<T extends Listed> {
  private static final int AT_ONCE = 1_000;

  private final String name;
  private final Class<T> form;
  private final KeyedStreams streams;
  private final SearchNode node;
  private final Indices indices;
  private final Pager pager;

  Register(
      String name,
      Class<T> form,
      Journal journal,
      RequestKeys keys,
      SearchNode node,
      Indices indices,
      Pager pager) {
    this.name = name;
    this.form = form;
    this.streams = new KeyedStreams(name, journal, keys);
    this.node = node;
    this.indices = indices;
    this.pager = pager;
  }

  /**
   * Registers a record.
   *
   * @param request what was asked for, see {@link RequestKeys}
   * @param content the record that it comes to; asked when the key is new
   * @return the record, as it stands now when the same request has come before
   * @throws ProblemException when the key came with another request, and what {@code content}
   *     throws
   */
  public Registered<T> open(IdempotencyKey key, Object request, Supplier<T> content, Caller by) {
    var id = streams.open(key, request, Step.OPENED.name(), content, by);
    return find(id).orElseThrow(() -> unknown(id));
  }

  /** The same for a record that is itself what was asked for. */
  public Registered<T> open(IdempotencyKey key, T content, Caller by) {
    return open(key, content, () -> content, by);
  }

  /** A record. */
  public Optional<Registered<T>> find(String id) {
    var entries = streams.read(id);
    return entries.isEmpty() ? Optional.empty() : Optional.of(Registered.of(entries, form));
  }

  /**
   * Changes a record.
   *
   * @param seen the state that it was decided on
   * @throws ProblemException when it is in another one, or ended
   */
  public Registered<T> change(String id, int seen, T content, Caller by) {
    return append(id, seen, Step.CHANGED, content, by);
  }

  /** Ends a record by hand; see {@link #change}. */
  public Registered<T> end(String id, int seen, String reason, Caller by) {
    return append(id, seen, Step.ENDED, new Registered.Reason(reason), by);
  }

  /** A page of the records that a caller may see by their audience, the newest first. */
  public Page<T> listByAudience(Caller caller, int size, @Nullable String cursor) {
    return list(List.of(Audience.of(caller), open()), caller, size, cursor);
  }

  /**
   * A page of the records that hold where a caller works, the newest first.
   *
   * @param ended true for all, false for those that were not ended by hand
   */
  public Page<T> listByRegion(Caller caller, boolean ended, int size, @Nullable String cursor) {
    return list(
        ended ? List.of(Audience.places(caller)) : List.of(Audience.places(caller), open()),
        caller,
        size,
        cursor);
  }

  /** All records that were not ended by hand, by their ids. */
  public List<Registered<T>> openOnes() {
    var all = new ArrayList<RegisterDocument>();
    List<RegisterDocument> some;
    do {
      some = openAfter(all.isEmpty() ? "" : all.get(all.size() - 1).id());
      all.addAll(some);
    } while (some.size() == AT_ONCE);
    return whole(all);
  }

  private List<RegisterDocument> openAfter(String id) {
    var request =
        SearchRequest.of(
            search ->
                search
                    .index(indices.alias(Indices.Name.REGISTER))
                    .query(q -> q.bool(bool -> bool.filter(term("register", name), open())))
                    .sort(sort -> sort.field(f -> f.field("id")))
                    .searchAfter(FieldValue.of(id))
                    .size(AT_ONCE));
    return node.search(request, RegisterDocument.class).hits().hits().stream()
        .map(Hit::source)
        .map(Objects::requireNonNull)
        .toList();
  }

  /**
   * A page.
   *
   * @param items its records
   * @param nextCursor for the next page, null on the last
   */
  public record Page<T>(List<Registered<T>> items, @Nullable String nextCursor) {
    public Page {
      items = List.copyOf(items);
    }

    /** The same with each record as it is to be shown. */
    public Page<T> map(UnaryOperator<Registered<T>> shown) {
      return new Page<>(items.stream().map(shown).toList(), nextCursor);
    }
  }

  /** What is found by search of the record that entries make. */
  RegisterDocument document(List<Entry> entries) {
    return RegisterDocument.of(name, Registered.of(entries, form));
  }

  private Page<T> list(List<Query> wanted, Caller caller, int size, @Nullable String cursor) {
    var filters = new ArrayList<>(wanted);
    filters.add(term("register", name));
    var page =
        pager.read(
            "%s %s of %s".formatted(name, filters, caller.name()),
            indices.alias(Indices.Name.REGISTER),
            cursor,
            size,
            RegisterDocument.class,
            search ->
                search
                    .query(q -> q.bool(bool -> bool.filter(filters)))
                    .sort(sort -> sort.field(f -> f.field("openedAt").order(SortOrder.Desc)))
                    .sort(sort -> sort.field(f -> f.field("id"))));
    return new Page<>(whole(page.items()), page.nextCursor());
  }

  /** The journal has the records themselves. */
  private List<Registered<T>> whole(List<RegisterDocument> documents) {
    return streams.readAll(documents.stream().map(RegisterDocument::id).toList()).stream()
        .map(entries -> Registered.of(entries, form))
        .toList();
  }

  private Registered<T> append(String id, int seen, Step type, Object body, Caller by) {
    var entries = streams.read(id);
    if (entries.isEmpty()) {
      throw unknown(id);
    }
    var record = Registered.of(entries, form);
    if (record.sequence() != seen) {
      throw outdated(entries, seen);
    }
    if (!record.open()) {
      throw ProblemException.conflict("%s '%s': ended".formatted(name, id));
    }
    try {
      var draft = new Draft(entries.get(0).stream(), seen, type.name(), body, by.name());
      return Registered.of(streams.append(entries, draft), form);
    } catch (ConflictException e) {
      throw outdated(streams.read(id), seen);
    }
  }

  /** What there is to say of a record that is not there, or not for the caller. */
  public ProblemException unknown(String id) {
    return ProblemException.notFound("%s '%s': unknown".formatted(name, id));
  }

  private static ProblemException outdated(List<Entry> entries, int seen) {
    return ProblemException.outdated(
        Revision.tag(entries.get(entries.size() - 1).sequence()),
        entries.stream()
            .filter(entry -> entry.sequence() > seen)
            .map(entry -> new Change(entry.sequence(), entry.type(), entry.at(), entry.by()))
            .toList());
  }

  /** What somebody did meanwhile. */
  record Change(int sequence, String type, long at, String by) {}

  private static Query open() {
    return Query.of(q -> q.term(term -> term.field("open").value(true)));
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(term -> term.field(field).value(value)));
  }
}
