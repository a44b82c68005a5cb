package org.fundwatch.alertapi.standing;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.RequestKeys;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.register.KeyedStreams;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.standing.MarkStep.MarkWords;
import org.fundwatch.alertapi.standing.MarkStep.Party;
import org.jspecify.annotations.Nullable;

/**
 * The marks of one kind: each a stream of the journal. Nobody decides about what they have put
 * forward themselves. Thread-safe.
 *
 * @param <T> what they are about
 */
public final class Marks<T extends Marked> {
  private static final int MOST = 1_000;

  private final String name;
  private final Class<T> form;
  private final MarkRules<T> rules;
  private final KeyedStreams streams;
  private final SearchNode node;
  private final Indices indices;
  private final Pager pager;

  Marks(
      String name,
      Class<T> form,
      MarkRules<T> rules,
      Journal journal,
      RequestKeys keys,
      SearchNode node,
      Indices indices,
      Pager pager) {
    this.name = name;
    this.form = form;
    this.rules = rules;
    this.streams = new KeyedStreams(name, journal, keys);
    this.node = node;
    this.indices = indices;
    this.pager = pager;
  }

  /**
   * Proposes a mark: it counts for nothing until somebody else approves it.
   *
   * @param request what was asked for, see {@link RequestKeys}
   * @param content the mark that it comes to; asked when the key is new
   * @return the mark, as it stands now when the same request has come before
   * @throws ProblemException when it cannot be proposed, or the key came with another request
   */
  Mark<T> propose(IdempotencyKey key, Object request, Supplier<T> content, Caller caller) {
    var id =
        streams.open(
            key,
            request,
            Act.PROPOSE.name(),
            () -> {
              var proposed = content.get();
              requireNone(rules.faults(proposed, caller));
              return proposed;
            },
            caller);
    return find(id, caller);
  }

  /** A mark that the caller sees. */
  public Mark<T> find(String id, Caller caller) {
    return Mark.of(entries(id, caller), form);
  }

  /** The last day on which its holder may object, null when there is none or it cannot be told. */
  public @Nullable LocalDate objectionUntil(Mark<T> mark) {
    return rules.objectionUntil(mark).orElse(null);
  }

  /**
   * Does something with a mark.
   *
   * @param seen the state that it was decided on
   * @throws ProblemException when it is in another one, or when that cannot be done or not by them
   */
  Mark<T> act(String id, int seen, Act act, MarkWords said, LocalDate today, Caller caller) {
    var entries = entries(id, caller);
    var mark = Mark.of(entries, form);
    if (mark.sequence() != seen) {
      throw outdated(mark, seen);
    }
    if (mark.state() != act.from()) {
      throw ProblemException.conflict(
          "%s: %s; '%s' needs %s".formatted(id, mark.state(), act, act.from()));
    }
    requireAllowed(mark, act, said, today, caller);
    try {
      var draft = new Draft(entries.get(0).stream(), seen, act.name(), said, caller.name());
      return Mark.of(streams.append(entries, draft), form);
    } catch (ConflictException e) {
      throw outdated(find(id, caller), seen);
    }
  }

  private void requireAllowed(
      Mark<T> mark, Act act, MarkWords said, LocalDate today, Caller caller) {
    if (act.decides()) {
      mark.involved().forEach(caller::requireOther);
    }
    if (act == Act.APPROVE) {
      requireNone(rules.faults(mark.content(), caller));
    }
    if (act == Act.ASK_REPAIR || act == Act.GRANT_REPAIR) {
      int amount = act == Act.ASK_REPAIR ? said.amount() : mark.last().said().amount();
      requireNone(rules.repairFaults(mark, amount, of(mark.content().holder(), caller), caller));
    }
    var last = objectionUntil(mark);
    if (act == Act.OBJECT && said.party() == Party.HOLDER && last != null && today.isAfter(last)) {
      throw ProblemException.conflict(
          "%s: the holder could object until %s; the office itself still can"
              .formatted(mark.id(), last));
    }
  }

  /** A page of marks that the caller sees, the last changed first. */
  public MarkPage<T> list(MarkFilter filter, int size, @Nullable String cursor, Caller caller) {
    var filters = new ArrayList<>(filter.queries());
    filters.add(MarkFilter.term("register", name));
    filters.add(caller.regionFilter("region"));
    var page =
        pager.read(
            "%s %s %s".formatted(name, filter, caller.reach()),
            index(),
            cursor,
            size,
            MarkDocument.class,
            search ->
                search
                    .query(q -> q.bool(bool -> bool.filter(filters)))
                    .sort(sort -> sort.field(f -> f.field("changedAt").order(SortOrder.Desc)))
                    .sort(sort -> sort.field(f -> f.field("id"))));
    return new MarkPage<>(whole(page.items()), page.nextCursor());
  }

  /** All marks against somebody that the caller sees, in the order of their days; 1,000 at most. */
  public List<Mark<T>> of(Holder holder, Caller caller) {
    var request =
        SearchRequest.of(
            search ->
                search
                    .index(index())
                    .query(
                        q ->
                            q.bool(
                                bool ->
                                    bool.filter(
                                        MarkFilter.term("register", name),
                                        MarkFilter.term("holderKind", holder.kind().name()),
                                        MarkFilter.term("holder", holder.code()),
                                        caller.regionFilter("region"))))
                    .sort(sort -> sort.field(f -> f.field("day").order(SortOrder.Desc)))
                    .sort(sort -> sort.field(f -> f.field("id")))
                    .size(MOST));
    var documents =
        node.search(request, MarkDocument.class).hits().hits().stream()
            .map(Hit::source)
            .map(Objects::requireNonNull)
            .toList();
    return whole(documents).stream()
        .sorted(
            Comparator.comparing((Mark<T> mark) -> mark.content().day()).thenComparing(Mark::id))
        .toList();
  }

  /**
   * What counts on a day, by the institution that it happened at, as far as the caller sees.
   *
   * @param kind whose marks count
   * @param institutions whose sums are wanted, 1 or more; those without are left out
   */
  public Map<String, Long> byInstitution(
      Holder.Kind kind, Collection<String> institutions, LocalDate day, Caller caller) {
    var request =
        SearchRequest.of(
            search ->
                search
                    .index(index())
                    .size(0)
                    .query(
                        q ->
                            q.bool(
                                bool ->
                                    bool.filter(
                                        caller.regionFilter("region"),
                                        MarkFilter.anyOf("institution", institutions),
                                        MarkFilter.term("register", name),
                                        MarkFilter.term("holderKind", kind.name()),
                                        MarkFilter.in(MarkState.counting()),
                                        MarkFilter.range("day", "2000-01-01", day.toString()),
                                        MarkFilter.range("until", day.toString(), "9999-12-31"))))
                    .aggregations(
                        "institutions",
                        values ->
                            values
                                .terms(
                                    terms -> terms.field("institution").size(institutions.size()))
                                .aggregations("sum", sum -> sum.sum(f -> f.field("weight")))));
    var sums = new TreeMap<String, Long>();
    Objects.requireNonNull(node.search(request, Void.class).aggregations().get("institutions"))
        .sterms()
        .buckets()
        .array()
        .forEach(
            bucket ->
                sums.put(
                    bucket.key().stringValue(),
                    Math.round(
                        Objects.requireNonNull(bucket.aggregations().get("sum")).sum().value())));
    return sums;
  }

  /** What is found by search of the mark that entries make. */
  MarkDocument document(List<Entry> entries) {
    return MarkDocument.of(name, Mark.of(entries, form));
  }

  private List<Mark<T>> whole(List<MarkDocument> documents) {
    return streams.readAll(documents.stream().map(MarkDocument::id).toList()).stream()
        .map(entries -> Mark.of(entries, form))
        .toList();
  }

  private List<Entry> entries(String id, Caller caller) {
    var entries = streams.read(id);
    if (entries.isEmpty() || !caller.sees(entries.get(0).body(form).region())) {
      throw ProblemException.notFound("%s '%s': unknown".formatted(name, id));
    }
    return entries;
  }

  private ProblemException outdated(Mark<T> mark, int seen) {
    return ProblemException.outdated(
        mark.tag(), mark.steps().stream().filter(step -> step.sequence() > seen).toList());
  }

  private static void requireNone(List<FieldFault> faults) {
    if (!faults.isEmpty()) {
      throw ProblemException.badInput(faults);
    }
  }

  private String index() {
    return indices.alias(Indices.Name.MARKS);
  }
}
