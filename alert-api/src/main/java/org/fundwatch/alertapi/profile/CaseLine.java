package org.fundwatch.alertapi.profile;

import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.cases.CaseReader;
import org.fundwatch.alertapi.procedure.Account;
import org.fundwatch.alertapi.procedure.State;
import org.jspecify.annotations.Nullable;

/**
 * A case that alerts of somebody are in; amounts in fen, moments in epoch milliseconds.
 *
 * @param shared true when it is about several institutions: its money is not one's alone
 * @param outcome what it was in the end, null while that is open: nothing is proved until then
 */
public record CaseLine(
    String id,
    String title,
    State state,
    String stateZh,
    @Nullable Disposition outcome,
    boolean shared,
    long openedAt,
    long changedAt,
    long suspectedFen,
    long verifiedFen,
    long recoveredFen,
    long fineFen,
    long finePaidFen) {

  static CaseLine of(CaseReader.Known known) {
    var state = known.state();
    var ledger = state.ledger();
    return new CaseLine(
        known.id(),
        state.opening().title(),
        state.main(),
        state.main().zh(),
        state.outcome(),
        state.opening().institution().isEmpty(),
        known.openedAt(),
        known.changedAt(),
        ledger.balance(Account.SUSPECTED),
        ledger.balance(Account.VERIFIED),
        ledger.balance(Account.RECOVERED),
        ledger.balance(Account.FINE),
        ledger.balance(Account.FINE_PAID));
  }
}
