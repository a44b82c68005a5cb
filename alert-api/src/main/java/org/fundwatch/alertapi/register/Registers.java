package org.fundwatch.alertapi.register;

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

/** All registers, and the index that they are listed from. Thread-safe. */
@Component
public final class Registers implements Projection {
  private final Journal journal;
  private final RequestKeys keys;
  private final SearchNode node;
  private final Indices indices;
  private final Pager pager;
  private final Map<String, Register<?>> registers = new ConcurrentHashMap<>();

  Registers(Journal journal, RequestKeys keys, SearchNode node, Indices indices, Pager pager) {
    this.journal = journal;
    this.keys = keys;
    this.node = node;
    this.indices = indices;
    this.pager = pager;
  }

  /**
   * A register.
   *
   * @param name of it, which the ids of its records begin with; small letters
   * @param form of its records
   */
  public <T extends Listed> Register<T> of(String name, Class<T> form) {
    var register = new Register<>(name, form, journal, keys, node, indices, pager);
    registers.put(name, register);
    return register;
  }

  @Override
  public Kind kind() {
    return Kind.DESK;
  }

  /** Streams of nobody's register are somebody else's. */
  @Override
  public void project(StreamId stream, List<Entry> entries) {
    var register = registers.get(stream.id().replaceFirst("-.*", ""));
    if (register != null) {
      var document = register.document(entries);
      node.putProjection(
          indices.alias(Indices.Name.REGISTER), document.id(), document, document.sequence());
    }
  }
}
