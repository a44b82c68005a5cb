package org.fundwatch.alertapi.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.journal.Journal;
import org.fundwatch.alertapi.journal.StreamId;
import org.fundwatch.alertapi.procedure.CaseState;
import org.fundwatch.alertapi.security.Caller;
import org.springframework.stereotype.Component;

/** Cases for those who only want to know how they stand. Thread-safe. */
@Component
public final class CaseReader {
  private static final Pattern ID = Pattern.compile("C\\d{4}-\\d{6,}");

  private final Journal journal;

  CaseReader(Journal journal) {
    this.journal = journal;
  }

  /**
   * A case.
   *
   * @param openedAt epoch milliseconds
   * @param changedAt epoch milliseconds
   */
  public record Known(String id, long openedAt, long changedAt, CaseState state) {
    private static Known of(String id, List<Entry> entries) {
      var history = CaseHistory.of(id, entries);
      return new Known(id, history.first().at(), history.last().at(), history.state());
    }
  }

  /** A case that the caller sees. */
  public Optional<Known> find(String id, Caller caller) {
    return findAll(List.of(id), caller).stream().findFirst();
  }

  /** The cases among the ids that the caller sees, the last changed first. */
  public List<Known> findAll(Collection<String> ids, Caller caller) {
    var wanted = ids.stream().filter(id -> ID.matcher(id).matches()).distinct().toList();
    var streams = journal.readAll(CaseStore.KIND, wanted);
    return wanted.stream()
        .map(id -> new StreamId(CaseStore.KIND, id))
        .filter(streams::containsKey)
        .map(stream -> Known.of(stream.id(), streams.getOrDefault(stream, List.of())))
        .filter(known -> caller.sees(known.state().opening().region()))
        .sorted((one, other) -> Long.compare(other.changedAt(), one.changedAt()))
        .toList();
  }
}
