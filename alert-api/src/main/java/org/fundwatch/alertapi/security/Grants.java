package org.fundwatch.alertapi.security;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.springframework.stereotype.Component;

/**
 * Regions lent to users, from their streams. A grant ends by the clock at once; that somebody has
 * ended one, or made one, another instance learns within {@value #FRESH_MILLIS} ms. Thread-safe.
 */
@Component
final class Grants {
  static final String GRANTED = "GRANTED";
  static final String ENDED = "GRANT_ENDED";

  private static final long FRESH_MILLIS = 5_000;
  private static final int MOST_KNOWN = 10_000;

  private final Journal journal;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  Grants(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** What was lent; the body of an entry {@value #GRANTED}. */
  record Granted(String region, long until, String reason) {}

  /** Which grant was ended before its time; the body of an entry {@value #ENDED}. */
  record GrantEnded(int number, String reason) {}

  /**
   * The grants of a user.
   *
   * @param revision sequence of the last entry, 0 for none
   * @param all also those that are over; one that somebody has ended, ends then
   */
  record Book(int revision, List<Grant> all) {
    static Book of(List<Entry> entries) {
      var grants = new ArrayList<Grant>();
      for (var entry : entries) {
        if (entry.type().equals(GRANTED)) {
          var body = entry.body(Granted.class);
          grants.add(
              new Grant(
                  entry.sequence(),
                  body.region(),
                  entry.at(),
                  body.until(),
                  entry.by(),
                  body.reason()));
        } else if (entry.type().equals(ENDED)) {
          int number = entry.body(GrantEnded.class).number();
          grants.replaceAll(grant -> grant.number() == number ? grant.endedAt(entry.at()) : grant);
        }
      }
      return new Book(entries.size(), List.copyOf(grants));
    }
  }

  private record Known(Book book, long readAt) {}

  /** Those of a user that are in force now; without the search node those that were read last. */
  List<Grant> inForce(String user) {
    long now = clock.millis();
    var last = known.get(user);
    if (last != null && now - last.readAt() < FRESH_MILLIS) {
      return inForce(last.book(), now);
    }
    try {
      return inForce(read(user), now);
    } catch (SearchUnavailableException e) {
      return last == null ? List.of() : inForce(last.book(), now);
    }
  }

  /** All of a user, as they are now. */
  Book read(String user) {
    var book = Book.of(journal.read(stream(user)));
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    known.put(user, new Known(book, clock.millis()));
    return book;
  }

  static StreamId stream(String user) {
    return new StreamId(Kind.USER, user);
  }

  private static List<Grant> inForce(Book book, long now) {
    return book.all().stream().filter(grant -> grant.inForce(now)).toList();
  }
}
