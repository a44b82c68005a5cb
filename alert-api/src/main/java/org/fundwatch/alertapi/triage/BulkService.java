package org.fundwatch.alertapi.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.fundwatch.alertapi.alert.Acted;
import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertQuery;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.alert.Candidates;
import org.fundwatch.alertapi.alert.TriageChange;
import org.fundwatch.alertapi.alert.TriageLog;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.register.Register;
import org.fundwatch.alertapi.register.Registered;
import org.fundwatch.alertapi.register.Registers;
import org.fundwatch.alertapi.register.SeededShare;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Does the same about many alerts, with an entry for each. What is to be done, and about which
 * alerts, is registered first: a request that comes again goes on where the first one broke off.
 * Thread-safe.
 */
@Service
class BulkService {
  private static final int AT_ONCE = 500;

  private final Register<Bulk> bulks;
  private final TriageLog log;
  private final TriageRules rules;
  private final Candidates candidates;

  BulkService(Registers registers, TriageLog log, TriageRules rules, Candidates candidates) {
    this.bulks = registers.of("bulk", Bulk.class);
    this.log = log;
    this.rules = rules;
    this.candidates = candidates;
  }

  /**
   * What became of a bulk.
   *
   * @param id of it; the seed of what was drawn
   * @param counts alerts by outcome
   * @param rechecks how many were drawn to be looked at again
   * @param results what became of each alert
   */
  record Done(String id, Map<Acted.Outcome, Long> counts, long rechecks, List<Acted> results) {
    private static Done of(String id, List<Acted> results) {
      var counts = new TreeMap<Acted.Outcome, Long>();
      results.forEach(result -> counts.merge(result.outcome(), 1L, Long::sum));
      return new Done(
          id, counts, results.stream().filter(Acted::recheck).count(), List.copyOf(results));
    }
  }

  /**
   * Does it, or goes on with it.
   *
   * @param key of the request
   * @param request all that was asked for
   * @param plan what it comes to; asked when the key is new
   */
  Done run(IdempotencyKey key, Object request, Supplier<Bulk> plan, Caller caller) {
    var bulk = bulks.open(key, request, plan, caller);
    var results = new ArrayList<Acted>();
    new TreeMap<>(bulk.content().alerts())
        .forEach((detail, ids) -> results.addAll(act(bulk, detail, ids, caller)));
    return Done.of(bulk.id(), results);
  }

  /** A bulk as it is registered. */
  static Bulk plan(
      TriageChange change, Map<String, List<String>> alerts, double share, Caller caller) {
    return new Bulk(change, alerts, share, Regions.common(caller.reach().prefixes()));
  }

  /** Ids of the alerts that a request is about. */
  List<String> ids(@Nullable List<String> ids, @Nullable AlertQuery query, Caller caller) {
    return ids == null ? found(query, caller).stream().map(one -> one.alert().id()).toList() : ids;
  }

  /** The alerts of a query, those of the highest priority first; as many as may be changed. */
  List<AlertDocument> found(@Nullable AlertQuery query, Caller caller) {
    return candidates.find(query == null ? AlertQuery.OPEN : query, caller, BulkRequest.MOST);
  }

  private List<Acted> act(Registered<Bulk> bulk, String detail, List<String> ids, Caller caller) {
    var content = bulk.content();
    var results = new ArrayList<Acted>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      results.addAll(
          log.changeAll(
              ids.subList(from, Math.min(from + AT_ONCE, ids.size())),
              caller.name(),
              document -> next(bulk.id(), content, detail, document, caller)));
    }
    return results;
  }

  private Optional<TriageChange> next(
      String id, Bulk bulk, String detail, AlertDocument document, Caller caller) {
    AlertStore.seen(document, caller);
    if (document.triage().events().stream().anyMatch(event -> event.batch().equals(id))) {
      return Optional.empty();
    }
    boolean drawn = SeededShare.draws(id, document.alert().id(), bulk.share());
    var change = detail.isEmpty() ? bulk.change() : bulk.change().with(detail);
    return rules.admit(document, change.in(id, drawn), caller);
  }
}
