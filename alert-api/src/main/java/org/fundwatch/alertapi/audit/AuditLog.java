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
import org.fundwatch.alertapi.signin.SignInFailed;
import org.springframework.stereotype.Service;

/**
 * Writes down who looks at personal data. What cannot be written down is not shown: the calls throw
 * before anything is answered. A user has a stream a day, so that none grows without end.
 * Thread-safe.
 */
@Service
public final class AuditLog {
  private static final int MOST_STREAMS = 10_000;

  /** No user: names of users begin with a letter or digit. */
  private static final String NOBODY = "-";

  /** Nobody knows who it was. */
  private static final String SYSTEM = "fundwatch";

  private final Journal journal;
  private final Clock clock;

  /** How far streams are as far as we know: another instance may have gone on. */
  private final Map<StreamId, Integer> lengths = new ConcurrentHashMap<>();

  AuditLog(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** The body of an entry about a wrong password. */
  private record WrongPassword(String address, int failures, long waitMillis) {}

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

  /** Somebody gave a wrong password; of a name that is nobody's, only that it was none. */
  void signInFailed(SignInFailed failed) {
    var body = new WrongPassword(failed.address(), failed.failures(), failed.waitMillis());
    write(failed.user().isEmpty() ? NOBODY : failed.user(), SYSTEM, "SIGN_IN_FAILED", body);
  }

  private void write(Caller caller, String type, Look look) {
    write(caller.name(), caller.name(), type, look);
  }

  private void write(String user, String by, String type, Object body) {
    if (lengths.size() > MOST_STREAMS) {
      lengths.clear();
    }
    var stream = new StreamId(Kind.USER, user + "/" + LocalDate.now(clock));
    int length = lengths.computeIfAbsent(stream, this::length);
    while (true) {
      try {
        lengths.put(stream, journal.append(stream, length, type, body, by).sequence());
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
