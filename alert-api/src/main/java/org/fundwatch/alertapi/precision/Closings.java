package org.fundwatch.alertapi.precision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.fundwatch.alertapi.alert.TriageEvent;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Projection;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.priority.Figure;
import org.fundwatch.alertapi.priority.Figures;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The closings: one stream of the journal. What holds after the last is kept in memory, where every
 * alert that is indexed looks it up. Thread-safe.
 */
@Component
final class Closings implements Supplier<Figures>, Projection {
  private static final StreamId STREAM = new StreamId(Kind.DESK, "precision");
  private static final String CLOSED = "CLOSED";

  private final Journal journal;
  private volatile @Nullable Known known;

  Closings(Journal journal) {
    this.journal = journal;
  }

  /** What the closings so far come to. */
  private record Known(int closings, Figures figures) {}

  /**
   * The figures that hold.
   *
   * @throws SearchUnavailableException when they were never read and the search node does not
   *     answer
   */
  @Override
  public Figures get() {
    var now = known;
    return now == null ? reload() : now.figures();
  }

  /** The same with what other processes have closed. */
  Figures reload() {
    return take(journal.read(STREAM));
  }

  /** The figures that a rule has had, the first first. */
  List<Figure> history(String rule) {
    return journal.read(STREAM).stream()
        .flatMap(entry -> figures(entry).stream())
        .filter(figure -> figure.rule().equals(rule))
        .toList();
  }

  /**
   * Closes.
   *
   * @param seen the figures that it was decided on
   * @return false when another process was faster
   */
  boolean close(Closing closing, Figures seen) {
    var entries = new ArrayList<>(journal.read(STREAM));
    if (!fold(entries).figures().equals(seen)) {
      return false;
    }
    try {
      entries.add(journal.append(STREAM, entries.size(), CLOSED, closing, TriageEvent.SYSTEM));
      journal.project(STREAM, entries);
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  @Override
  public Kind kind() {
    return Kind.DESK;
  }

  @Override
  public void project(StreamId stream, List<Entry> entries) {
    if (stream.equals(STREAM)) {
      take(entries);
    }
  }

  /** A shorter history never replaces a longer one. */
  private synchronized Figures take(List<Entry> entries) {
    var before = known;
    var now = before != null && before.closings() >= entries.size() ? before : fold(entries);
    known = now;
    return now.figures();
  }

  private static Known fold(List<Entry> entries) {
    var figures = new HashMap<String, Figure>();
    for (var entry : entries) {
      figures(entry).forEach(figure -> figures.put(figure.rule(), figure));
    }
    return new Known(entries.size(), new Figures(figures));
  }

  private static List<Figure> figures(Entry entry) {
    return entry.body(Closing.class).rules().stream()
        .map(rule -> rule.figure(entry.sequence(), entry.at()))
        .toList();
  }
}
