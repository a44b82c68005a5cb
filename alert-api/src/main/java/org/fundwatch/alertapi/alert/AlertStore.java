package org.fundwatch.alertapi.alert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundwatch.alertapi.alert.TriageEvent.Facts;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.search.Stored;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Alerts by their ids. Thread-safe. */
@Component
public final class AlertStore {
  private static final Logger LOG = LoggerFactory.getLogger(AlertStore.class);

  private final SearchNode node;
  private final Indices indices;
  private final Journal journal;

  AlertStore(SearchNode node, Indices indices, Journal journal) {
    this.node = node;
    this.indices = indices;
    this.journal = journal;
  }

  /**
   * An alert with all that people did about it.
   *
   * @throws ProblemException when there is none that the caller sees
   */
  public AlertDocument find(String id, Caller caller) {
    return seen(find(id), caller);
  }

  /**
   * Lets a caller see an alert of their regions.
   *
   * @throws ProblemException as if there were none, when it is of another region
   */
  public static AlertDocument seen(AlertDocument document, Caller caller) {
    if (!caller.sees(document.alert().region())) {
      throw unknown(document.alert().id());
    }
    return document;
  }

  private AlertDocument find(String id) {
    return new AlertDocument(part(id), Triage.of(journal.read(stream(id))));
  }

  private AlertPart part(String id) {
    return node.get(index(), id, AlertDocument.class)
        .orElseThrow(() -> unknown(id))
        .source()
        .alert();
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("alert '%s': unknown".formatted(id));
  }

  /** The alerts that exist among the ids, by id, without the events of their triage. */
  public Map<String, Stored<AlertDocument>> findAll(Collection<String> ids) {
    return node.getAll(index(), ids, AlertDocument.class, List.of());
  }

  /** The same, with no more than it takes to decide what may be done about them. */
  public Map<String, AlertDocument> findBrief(Collection<String> ids) {
    var found = new HashMap<String, AlertDocument>();
    node.getAll(index(), ids, AlertDocument.class, Candidates.BRIEF)
        .forEach((id, stored) -> found.put(id, stored.source()));
    return found;
  }

  /** True when there is an alert that a caller sees. */
  public boolean sees(String id, Caller caller) {
    var found = findBrief(List.of(id)).get(id);
    return found != null && caller.sees(found.alert().region());
  }

  /** The same with the events. */
  public Map<String, AlertDocument> findWhole(Collection<String> ids) {
    var entries = journal.readAll(Kind.ALERT, ids);
    var whole = new HashMap<String, AlertDocument>();
    findAll(ids)
        .forEach(
            (id, stored) -> {
              var triage = Triage.of(entries.getOrDefault(stream(id), List.of()));
              whole.put(id, new AlertDocument(stored.source().alert(), triage));
            });
    return whole;
  }

  /**
   * Writes down what somebody does about an alert. When somebody else was faster, {@code change} is
   * asked again about what is there then.
   *
   * @param by user name
   * @param change what is done, empty for nothing
   * @return the alert after the change
   * @throws ProblemException when there is no such alert, and what {@code change} throws
   */
  public AlertDocument change(
      String id, String by, Function<AlertDocument, Optional<TriageChange>> change) {
    while (true) {
      var alert = part(id);
      var entries = journal.read(stream(id));
      var before = new AlertDocument(alert, Triage.of(entries));
      var wanted = change.apply(before);
      if (wanted.isEmpty()) {
        return before;
      }
      try {
        var type = wanted.get().action().name();
        var facts = Facts.of(wanted.get(), alert);
        var entry = journal.append(stream(id), entries.size(), type, facts, by);
        var after = Stream.concat(entries.stream(), Stream.of(entry)).toList();
        journal.project(stream(id), after);
        return new AlertDocument(alert, Triage.of(after));
      } catch (ConflictException e) {
        LOG.debug("alert {}: somebody else was faster", id, e);
      }
    }
  }

  /** The stream of what people do about an alert. */
  public static StreamId stream(String id) {
    return new StreamId(Kind.ALERT, id);
  }

  /** The alert as the machine sent it. */
  public static Alert payload(AlertDocument document) {
    return payload(document.alert().payload());
  }

  /** The alert that a stored payload is. */
  public static Alert payload(String payload) {
    try {
      return AlertJson.read(payload.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("a stored payload is no alert", e);
    }
  }

  private String index() {
    return indices.alias(Indices.Name.ALERTS);
  }
}
