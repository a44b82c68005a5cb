package org.fundwatch.alertapi.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.security.Caller;
import org.springframework.stereotype.Service;

/**
 * Writes down who looks at personal data. What cannot be written down is not shown: the calls throw
 * before anything is answered. A user has a stream a day, so that none grows without end.
 * Thread-safe.
 */
@Service
public final class AuditLog {
  private static final int MOST_STREAMS = 10_000;

  private final Journal journal;
  private final Clock clock;

  /** How far streams are as far as we know: another instance may have gone on. */
  private final Map<StreamId, Integer> lengths = new ConcurrentHashMap<>();

  AuditLog(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** Somebody is shown what is masked for others. */
  public void revealed(Caller caller, String at, String region, String reason) {
    write(caller, "REVEALED", new Look(at, region, reason));
  }

  /** Somebody takes a file along in which nothing is masked. */
  public void exported(Caller caller, String at, String region, String reason) {
    write(caller, "EXPORTED", new Look(at, region, reason));
  }

  /** Somebody asks for what there is about one person or doctor. */
  public void searched(Caller caller, String masked) {
    write(caller, "SEARCHED", new Look(masked, "", ""));
  }

  private void write(Caller caller, String type, Look look) {
    if (lengths.size() > MOST_STREAMS) {
      lengths.clear();
    }
    var stream = new StreamId(Kind.USER, caller.name() + "/" + LocalDate.now(clock));
    int length = lengths.computeIfAbsent(stream, this::length);
    while (true) {
      try {
        lengths.put(stream, journal.append(stream, length, type, look, caller.name()).sequence());
        return;
      } catch (ConflictException e) {
        length = length(stream);
      }
    }
  }

  private int length(StreamId stream) {
    return journal.read(stream).size();
  }
}
