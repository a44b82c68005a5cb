package org.fundwatch.alertapi.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fundwatch.alertapi.cases.CaseReader;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.procedure.Account;
import org.fundwatch.alertapi.procedure.Ledger;
import org.fundwatch.alertapi.procedure.State;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.standing.CommonFaults;
import org.fundwatch.alertapi.standing.Days;
import org.fundwatch.alertapi.standing.Mark;
import org.fundwatch.alertapi.standing.MarkRules;

/** What is asked of an entry: a closed case with its outcome, or evidence. */
record CreditRules(CaseReader cases, Clock clock) implements MarkRules<CreditEntry> {
  private static final Set<State> CLOSED = Set.of(State.CLOSED, State.ARCHIVED);

  @Override
  public List<FieldFault> faults(CreditEntry entry, Caller caller) {
    var faults = CommonFaults.of(entry, Days.today(clock), caller);
    if (entry.caseId().isEmpty()) {
      if (entry.evidence().isEmpty()) {
        faults.add(new FieldFault("evidence", "nothing", "papers, or the id of a closed case"));
      }
    } else if (cases.find(entry.caseId(), caller).filter(CreditRules::closed).isEmpty()) {
      faults.add(new FieldFault("caseId", entry.caseId(), "the id of a closed case"));
    }
    return faults;
  }

  private static boolean closed(CaseReader.Known known) {
    return CLOSED.contains(known.state().main());
  }

  /** Whole, after the months of its ground, and with nothing left to pay in its case. */
  @Override
  public List<FieldFault> repairFaults(
      Mark<CreditEntry> mark, int amount, List<Mark<CreditEntry>> all, Caller caller) {
    var entry = mark.content();
    var today = Days.today(clock);
    var faults = CommonFaults.ofRepair(mark, amount, today);
    if (amount < mark.weight()) {
      faults.add(new FieldFault("amount", "" + amount, mark.weight() + ": it is repaired whole"));
    }
    if (today.isBefore(entry.repairFrom())) {
      faults.add(new FieldFault("amount", "" + amount, "nothing before " + entry.repairFrom()));
    }
    if (!entry.caseId().isEmpty()) {
      var found = cases.find(entry.caseId(), caller);
      if (found.isEmpty()) {
        faults.add(new FieldFault("amount", "" + amount, "somebody who sees " + entry.caseId()));
      } else if (!paid(found.get().state().ledger())) {
        faults.add(
            new FieldFault(
                "amount",
                "" + amount,
                "nothing while money of %s is due".formatted(entry.caseId())));
      }
    }
    return faults;
  }

  private static boolean paid(Ledger ledger) {
    return ledger.balance(Account.RECOVERED) >= ledger.balance(Account.VERIFIED)
        && ledger.balance(Account.DAMAGES_PAID) >= ledger.balance(Account.DAMAGES)
        && ledger.balance(Account.FINE_PAID) >= ledger.balance(Account.FINE);
  }

  @Override
  public Optional<LocalDate> objectionUntil(Mark<CreditEntry> mark) {
    return Optional.empty();
  }
}
