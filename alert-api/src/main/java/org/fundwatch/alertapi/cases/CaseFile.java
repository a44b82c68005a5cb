package org.fundwatch.alertapi.cases;

import java.util.Arrays;
import java.util.List;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.procedure.Account;
import org.fundwatch.alertapi.procedure.Deadline;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.Procedure;
import org.fundwatch.alertapi.procedure.State;
import org.fundwatch.alertapi.procedure.Track;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list; moments in epoch milliseconds, amounts in fen.
 *
 * @param id such as {@code C2026-000001}
 * @param title what it is about
 * @param openedBy user name
 * @param openedAt when
 * @param changedAt when the last event happened
 * @param sequence of the last event
 * @param alertIds its alerts, in the order they came in
 * @param region administrative division of the institution; of several what they have in common
 * @param institution {@code fixmedins_code}, empty for several
 * @param state of the main track
 * @param states of all tracks
 * @param dueAt when the next clock runs out; null when none runs or it cannot be told
 * @param officers who handle it
 */
public record CaseFile(
    String id,
    String title,
    String openedBy,
    long openedAt,
    long changedAt,
    int sequence,
    List<String> alertIds,
    String region,
    String institution,
    State state,
    List<State> states,
    @Nullable Long dueAt,
    List<String> officers,
    long suspectedFen,
    long verifiedFen,
    long recoveredFen) {

  public CaseFile {
    alertIds = List.copyOf(alertIds);
    // Documents from before there was a procedure have none.
    state = state == null ? State.LEAD_NEW : state;
    states = states == null ? List.of() : List.copyOf(states);
    officers = officers == null ? List.of() : List.copyOf(officers);
    region = region == null ? "" : region;
    institution = institution == null ? "" : institution;
  }

  /** Its state as an ETag. */
  public String tag() {
    return Revision.tag(sequence);
  }

  static CaseFile of(CaseHistory history, Procedure procedure) {
    var state = history.state();
    var opening = state.opening();
    var ledger = state.ledger();
    return new CaseFile(
        history.id(),
        opening.title(),
        history.first().by(),
        history.first().at(),
        history.last().at(),
        state.sequence(),
        state.alerts().stream().map(Snapshot::alertId).toList(),
        opening.region(),
        state.institution(),
        state.main(),
        Arrays.stream(Track.values()).map(state::in).toList(),
        procedure.deadlines(state, history.last().at()).stream()
            .findFirst()
            .flatMap(Deadline::due)
            .orElse(null),
        state.officers().keySet().stream().sorted().toList(),
        ledger.balance(Account.SUSPECTED),
        ledger.balance(Account.VERIFIED),
        ledger.balance(Account.RECOVERED));
  }
}
