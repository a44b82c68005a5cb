package org.fundwatch.alertapi.standing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.Projection;
import org.fundwatch.alertapi.journal.RequestKeys;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.search.SearchNode;
import org.springframework.stereotype.Component;

/** All kinds of marks, and the index that they are listed from. Thread-safe. */
@Component
public final class MarkBooks implements Projection {
  private final Journal journal;
  private final RequestKeys keys;
  private final SearchNode node;
  private final Indices indices;
  private final Pager pager;
  private final Map<String, Marks<?>> books = new ConcurrentHashMap<>();

  MarkBooks(Journal journal, RequestKeys keys, SearchNode node, Indices indices, Pager pager) {
    this.journal = journal;
    this.keys = keys;
    this.node = node;
    this.indices = indices;
    this.pager = pager;
  }

  /**
   * The marks of a kind.
   *
   * @param name of it, which the ids of its marks begin with; small letters
   * @param form what they are about
   */
  public <T extends Marked> Marks<T> of(String name, Class<T> form, MarkRules<T> rules) {
    var marks = new Marks<>(name, form, rules, journal, keys, node, indices, pager);
    books.put(name, marks);
    return marks;
  }

  @Override
  public Kind kind() {
    return Kind.DESK;
  }

  /** Streams that are no marks are somebody else's. */
  @Override
  public void project(StreamId stream, List<Entry> entries) {
    var marks = books.get(stream.id().replaceFirst("-.*", ""));
    if (marks != null) {
      var document = marks.document(entries);
      node.putProjection(
          indices.alias(Indices.Name.MARKS), document.id(), document, document.sequence());
    }
  }
}
