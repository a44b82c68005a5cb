package org.fundwatch.alertapi.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.RequestKeys;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.security.Grants.Book;
import org.fundwatch.alertapi.security.Grants.GrantEnded;
import org.fundwatch.alertapi.security.Grants.Granted;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Lends regions to users for a time: an administrator any, a lead those of their own. Nobody lends
 * to themselves, and what was lent is not lent on. Thread-safe.
 */
@Service
final class GrantService {
  private final Grants grants;
  private final Journal journal;
  private final RequestKeys keys;
  private final People people;
  private final Clock clock;
  private final Duration longest;

  GrantService(
      Grants grants,
      Journal journal,
      RequestKeys keys,
      People people,
      Clock clock,
      @Value("${fundwatch.grants.longest:90d}") Duration longest) {
    this.grants = grants;
    this.journal = journal;
    this.keys = keys;
    this.people = people;
    this.clock = clock;
    this.longest = longest;
  }

  /** What a user was lent, as far as it lies in the caller's own regions. */
  Book of(String user, Caller caller) {
    requireKnown(user);
    var book = grants.read(user);
    return new Book(
        book.revision(),
        book.all().stream().filter(grant -> mayLend(caller, grant.region())).toList());
  }

  /** Lends a region; the same request with the same key lends it once. */
  void grant(String user, Granted granted, IdempotencyKey key, Caller caller) {
    requireKnown(user);
    requireOther(user, caller);
    if (!mayLend(caller, granted.region())) {
      throw ProblemException.forbidden("a lead lends regions of their own; ask one of above");
    }
    keys.once(
        Kind.USER,
        caller.name(),
        key,
        granted,
        requestKey -> {
          requireFuture(granted.until());
          append(user, Grants.GRANTED, granted, caller, requestKey);
          return user;
        });
    grants.read(user);
  }

  /** Ends a grant before its time. */
  void end(String user, int number, int seen, String reason, Caller caller) {
    var book = of(user, caller);
    var grant =
        book.all().stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("grant %d: unknown".formatted(number)));
    requireSeen(book, seen);
    if (!grant.inForce(clock.millis())) {
      throw ProblemException.conflict("grant %d: over".formatted(number));
    }
    try {
      journal.append(
          Grants.stream(user), seen, Grants.ENDED, new GrantEnded(number, reason), caller.name());
    } catch (ConflictException e) {
      throw outdated(of(user, caller));
    }
    grants.read(user);
  }

  /** Writes down after whatever others have lent to the same user meanwhile. */
  private void append(String user, String type, Object body, Caller caller, String requestKey) {
    boolean written = false;
    while (!written) {
      int last = grants.read(user).revision();
      try {
        journal.append(new Draft(Grants.stream(user), last, type, body, caller.name(), requestKey));
        written = true;
      } catch (ConflictException e) {
        written = false;
      }
    }
  }

  private static boolean mayLend(Caller caller, String region) {
    return caller.is(Role.ADMIN) || caller.regions().contain(region);
  }

  private void requireKnown(String user) {
    if (!people.mayExist(user)) {
      throw ProblemException.notFound("user '%s': unknown".formatted(user));
    }
  }

  private static void requireOther(String user, Caller caller) {
    if (caller.name().equals(user)) {
      throw ProblemException.forbidden("nobody lends to themselves; somebody else has to");
    }
  }

  private void requireFuture(long until) {
    long now = clock.millis();
    if (until <= now || until > now + longest.toMillis()) {
      throw ProblemException.badInput(
          List.of(
              new FieldFault(
                  "until",
                  String.valueOf(until),
                  "epoch milliseconds of the next %d days".formatted(longest.toDays()))));
    }
  }

  private static void requireSeen(Book book, int seen) {
    if (book.revision() != seen) {
      throw outdated(book);
    }
  }

  private static ProblemException outdated(Book book) {
    return ProblemException.outdated(Revision.tag(book.revision()), book.all());
  }
}
