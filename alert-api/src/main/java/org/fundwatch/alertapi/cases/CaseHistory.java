package org.fundwatch.alertapi.cases;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.procedure.CaseState;

/** The events of a case and what they make. */
record CaseHistory(String id, List<CaseEvent> events, CaseState state) {

  CaseHistory {
    events = List.copyOf(events);
  }

  /**
   * The history that entries of the journal tell.
   *
   * @param entries all of the case, 1 or more
   */
  static CaseHistory of(String id, List<Entry> entries) {
    var events = entries.stream().map(CaseEvent::of).toList();
    return new CaseHistory(
        id, events, CaseState.of(events.stream().map(CaseEvent::entry).toList()));
  }

  /** Its events as they are shown. */
  List<CaseEvent> shown() {
    return events.stream().map(CaseEvent::masked).toList();
  }

  CaseEvent first() {
    return events.get(0);
  }

  CaseEvent last() {
    return events.get(events.size() - 1);
  }

  /**
   * Checks that nothing has happened since.
   *
   * @throws ProblemException with the events since, when there are some
   */
  void requireLast(int seen) {
    if (last().sequence() != seen) {
      throw outdated(seen);
    }
  }

  /**
   * That somebody was faster than who has seen a sequence. A copy of the index may not show yet
   * what they did; that they did something is certain all the same.
   */
  ProblemException outdated(int seen) {
    return ProblemException.outdated(
        Revision.tag(Math.max(last().sequence(), seen + 1)),
        shown().stream().filter(event -> event.sequence() > seen).toList());
  }
}
