package org.fundwatch.alertapi.draw;

import co.elastic.clients.elasticsearch._types.SortOrder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fundwatch.alertapi.draw.DrawFile.Cancelling;
import org.fundwatch.alertapi.draw.DrawFile.Preparation;
import org.fundwatch.alertapi.draw.DrawFile.Seeding;
import org.fundwatch.alertapi.journal.Draft;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.Kind;
import org.fundwatch.alertapi.journal.RequestKeys;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.Pager;
import org.fundwatch.alertapi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Prepares draws, draws, and remembers both. Thread-safe. */
@Service
final class DrawService {
  private static final Pattern ID = Pattern.compile("D\\d{4}-\\d{6,}");

  private final Journal journal;
  private final RequestKeys keys;
  private final Pager pager;
  private final Indices indices;
  private final Clock clock;

  DrawService(Journal journal, RequestKeys keys, Pager pager, Indices indices, Clock clock) {
    this.journal = journal;
    this.keys = keys;
    this.pager = pager;
    this.indices = indices;
    this.clock = clock;
  }

  /** True for the stream of a draw. */
  static boolean isDraw(StreamId stream) {
    return stream.kind() == Kind.DESK && ID.matcher(stream.id()).matches();
  }

  /**
   * Fixes a plan.
   *
   * @throws ProblemException when it cannot be drawn, with every reason
   */
  DrawFile prepare(Preparation preparation, Caller caller, IdempotencyKey key) {
    var faults = DrawFaults.of(preparation.plan());
    if (!faults.isEmpty()) {
      throw ProblemException.badInput(faults);
    }
    if (!caller.sees(preparation.region())) {
      throw ProblemException.forbidden(
          "region %s: outside of yours".formatted(preparation.region()));
    }
    var id =
        keys.once(
            Kind.DESK,
            caller.name(),
            key,
            preparation,
            requestKey -> create(preparation, caller.name(), requestKey));
    return find(id, caller);
  }

  /** A draw that the caller may see. */
  DrawFile find(String id, Caller caller) {
    return DrawFile.of(entries(id, caller));
  }

  /** Draws: with a seed that nobody knew when the plan was fixed, by somebody else. */
  DrawFile draw(String id, int seen, Seeding seeding, Caller caller) {
    var entries = entries(id, caller);
    requireOpen(entries, seen);
    caller.requireOther(entries.get(0).by());
    return append(entries, DrawFile.DRAWN, seeding, caller);
  }

  /** Gives a draw up that has not been drawn. */
  DrawFile cancel(String id, int seen, String reason, Caller caller) {
    var entries = entries(id, caller);
    requireOpen(entries, seen);
    return append(entries, DrawFile.CANCELLED, new Cancelling(reason), caller);
  }

  /** A page of draws, the last changed first. */
  Pager.Page<DrawFile> list(Caller caller, int size, @Nullable String cursor) {
    return pager.read(
        "draws " + caller.reach(),
        indices.alias(Indices.Name.DRAWS),
        cursor,
        size,
        DrawFile.class,
        search ->
            search
                .query(caller.regionFilter("region"))
                .sort(sort -> sort.field(f -> f.field("changedAt").order(SortOrder.Desc)))
                .sort(sort -> sort.field(f -> f.field("id").order(SortOrder.Asc))));
  }

  private List<Entry> entries(String id, Caller caller) {
    var entries = ID.matcher(id).matches() ? journal.read(stream(id)) : List.<Entry>of();
    if (entries.isEmpty() || !caller.sees(DrawFile.of(entries).region())) {
      throw ProblemException.notFound("draw '%s': unknown".formatted(id));
    }
    return entries;
  }

  private static void requireOpen(List<Entry> entries, int seen) {
    var file = DrawFile.of(entries);
    if (file.sequence() != seen) {
      throw ProblemException.outdated(file.tag(), List.of(file));
    }
    if (file.state() != DrawFile.State.PREPARED) {
      throw ProblemException.conflict(
          "draw %s: %s; a draw is drawn or cancelled once".formatted(file.id(), file.state()));
    }
  }

  private DrawFile append(List<Entry> before, String type, Object body, Caller caller) {
    var stream = before.get(0).stream();
    var entries = new ArrayList<>(before);
    try {
      entries.add(journal.append(stream, before.size(), type, body, caller.name()));
    } catch (ConflictException e) {
      var now = find(stream.id(), caller);
      throw ProblemException.outdated(now.tag(), List.of(now));
    }
    journal.project(stream, entries);
    return DrawFile.of(entries);
  }

  private String create(Preparation preparation, String by, String requestKey) {
    var prefix = "D%d-".formatted(LocalDate.now(clock).getYear());
    int last =
        journal
            .last(Kind.DESK, prefix)
            .map(stream -> Integer.valueOf(stream.id().substring(prefix.length())))
            .orElse(0);
    for (int number = last + 1; ; number++) {
      var stream = stream("%s%06d".formatted(prefix, number));
      var draft = new Draft(stream, 0, DrawFile.PREPARED, preparation, by, requestKey);
      if (begunIfFree(draft)) {
        return stream.id();
      }
    }
  }

  private boolean begunIfFree(Draft draft) {
    try {
      journal.project(draft.stream(), List.of(journal.append(draft)));
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  private static StreamId stream(String id) {
    return new StreamId(Kind.DESK, id);
  }
}
