package org.fundwatch.alertapi.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.RequestKeys;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.security.Caller;

/**
 * Streams of the desk that share a name. The id of one comes from its author and the key of the
 * request that made it, so that a request that comes again makes nothing twice. Thread-safe.
 */
public final class KeyedStreams {
  private static final int ID_LENGTH = 24;

  private final String name;
  private final Pattern ids;
  private final Journal journal;
  private final RequestKeys keys;

  /**
   * @param name that the ids begin with; small letters
   */
  public KeyedStreams(String name, Journal journal, RequestKeys keys) {
    this.name = name;
    this.ids = Pattern.compile(Pattern.quote(name) + "-[0-9a-f]{" + ID_LENGTH + "}");
    this.journal = journal;
    this.keys = keys;
  }

  /**
   * Begins a stream.
   *
   * @param request what was asked for, see {@link RequestKeys}
   * @param type of the first entry
   * @param content of the first entry; asked when the key is new
   * @return the id, of the stream that is there when the same request has come before
   */
  public String open(
      IdempotencyKey key, Object request, String type, Supplier<?> content, Caller by) {
    return keys.once(
        Kind.DESK,
        by.name(),
        key,
        request,
        requestKey -> {
          var id = name + "-" + requestKey.substring(0, ID_LENGTH);
          try {
            append(List.of(), new Draft(stream(id), 0, type, content.get(), by.name(), requestKey));
            return id;
          } catch (ConflictException e) {
            // This request was thought to have broken off in another process, and had not.
            return id;
          }
        });
  }

  /** The entries of a stream in order; none when there is no stream of the name with that id. */
  public List<Entry> read(String id) {
    return ids.matcher(id).matches() ? journal.read(stream(id)) : List.of();
  }

  /** The entries of streams, in the order of their ids; those that are not there are left out. */
  public List<List<Entry>> readAll(Collection<String> wanted) {
    var streams = journal.readAll(Kind.DESK, wanted);
    return wanted.stream().map(id -> streams.get(stream(id))).filter(Objects::nonNull).toList();
  }

  /**
   * Adds an entry behind others, and has all of them projected.
   *
   * @return all of them
   * @throws ConflictException when somebody else was faster
   */
  public List<Entry> append(List<Entry> before, Draft draft) {
    var entries = new ArrayList<>(before);
    entries.add(journal.append(draft));
    journal.project(draft.stream(), entries);
    return entries;
  }

  private static StreamId stream(String id) {
    return new StreamId(Kind.DESK, id);
  }
}
