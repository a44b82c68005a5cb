package org.fundwatch.alertapi.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.journal.Appended;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.springframework.stereotype.Component;

/** Changes of alerts that were not read one by one before, written to the journal. Thread-safe. */
@Component
public final class TriageLog {
  private final AlertStore alerts;
  private final Journal journal;

  TriageLog(AlertStore alerts, Journal journal) {
    this.alerts = alerts;
    this.journal = journal;
  }

  /**
   * What somebody does about an alert that was found by search.
   *
   * @param by user name
   */
  public record Found(AlertDocument document, TriageChange act, String by) {}

  /**
   * Does something about each of some alerts, if it is still as it was found.
   *
   * @param found at most one thing about one alert
   * @return ids of those for which it was so, in order; about the others somebody was faster
   * @throws SearchUnavailableException when the search node does not answer
   */
  public Set<String> changeAllOnce(Collection<Found> found) {
    var touched =
        found.stream()
            .filter(one -> one.document().triage().revision() > 0)
            .map(one -> one.document().alert().id())
            .toList();
    var before = journal.readAll(Kind.ALERT, touched);
    var drafts = new ArrayList<Draft>();
    for (var one : found) {
      var entries = before.getOrDefault(AlertStore.stream(one.document().alert().id()), List.of());
      if (entries.size() == one.document().triage().revision()) {
        drafts.add(draft(document(one.document(), entries), one.act(), one.by()));
      }
    }
    var longer = new LinkedHashMap<StreamId, List<Entry>>();
    for (var appended : journal.appendAll(drafts)) {
      if (appended.outcome() != Appended.Outcome.CONFLICT) {
        var stream = appended.draft().stream();
        longer.put(stream, with(before.getOrDefault(stream, List.of()), appended.orThrow()));
      }
    }
    journal.projectAll(longer);
    return longer.keySet().stream()
        .map(StreamId::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Does something about many alerts, each for itself.
   *
   * @param decide what to do with one; a {@link ProblemException} is its answer
   * @return for each id, in order, what became of it
   * @throws SearchUnavailableException when the search node does not answer
   */
  public List<Acted> changeAll(
      Collection<String> ids, String by, Function<AlertDocument, Optional<TriageChange>> decide) {
    var done = new LinkedHashMap<String, Acted>();
    List<String> left = List.copyOf(new LinkedHashSet<>(ids));
    left.forEach(id -> done.put(id, Acted.unknown(id)));
    while (!left.isEmpty()) {
      left = changeAll(left, by, decide, done);
    }
    return List.copyOf(done.values());
  }

  /** One round; answers those about which somebody else was faster. */
  private List<String> changeAll(
      List<String> ids,
      String by,
      Function<AlertDocument, Optional<TriageChange>> decide,
      Map<String, Acted> done) {
    var before = journal.readAll(Kind.ALERT, ids);
    var drafts = new ArrayList<Draft>();
    alerts
        .findBrief(ids)
        .forEach(
            (id, read) -> {
              var stream = AlertStore.stream(id);
              var document = document(read, before.getOrDefault(stream, List.of()));
              try {
                decide
                    .apply(document)
                    .ifPresentOrElse(
                        act -> drafts.add(draft(document, act, by)),
                        () -> done.put(id, Acted.as(document)));
              } catch (ProblemException e) {
                done.put(id, Acted.refused(document, e));
              }
            });
    return append(drafts, before, done);
  }

  private List<String> append(
      List<Draft> drafts, Map<StreamId, List<Entry>> before, Map<String, Acted> done) {
    var again = new ArrayList<String>();
    var longer = new HashMap<StreamId, List<Entry>>();
    for (var appended : journal.appendAll(drafts)) {
      var stream = appended.draft().stream();
      if (appended.outcome() == Appended.Outcome.CONFLICT) {
        again.add(stream.id());
      } else {
        var entries = with(before.getOrDefault(stream, List.of()), appended.orThrow());
        longer.put(stream, entries);
        done.put(stream.id(), Acted.done(stream.id(), Triage.of(entries)));
      }
    }
    journal.projectAll(longer);
    return again;
  }

  private static Draft draft(AlertDocument document, TriageChange act, String by) {
    return new Draft(
        AlertStore.stream(document.alert().id()),
        document.triage().revision(),
        act.action().name(),
        TriageEvent.Facts.of(act, document.alert()),
        by);
  }

  private static AlertDocument document(AlertDocument read, List<Entry> entries) {
    return new AlertDocument(read.alert(), Triage.of(entries));
  }

  private static List<Entry> with(List<Entry> entries, Entry one) {
    var all = new ArrayList<>(entries);
    all.add(one);
    return all;
  }
}
