package org.fundwatch.alertapi.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fundwatch.alertapi.cases.CaseReader;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Regions;
import org.fundwatch.alertapi.standing.Days;
import org.fundwatch.alertapi.standing.Holder;
import org.fundwatch.alertapi.standing.Mark;
import org.fundwatch.alertapi.standing.MarkBooks;
import org.fundwatch.alertapi.standing.Marks;
import org.fundwatch.alertapi.standing.StandingSettings;
import org.fundwatch.alertapi.standing.Validity;
import org.springframework.stereotype.Component;

/** The credit record of all. Thread-safe. */
@Component
public final class CreditBook {
  private final CreditTables tables;
  private final Marks<CreditEntry> entries;
  private final CaseReader cases;
  private final Clock clock;

  CreditBook(MarkBooks books, CaseReader cases, StandingSettings settings, Clock clock) {
    this.tables = CreditTables.of(settings.folder());
    this.entries = books.of("credit", CreditEntry.class, new CreditRules(cases, clock));
    this.cases = cases;
    this.clock = clock;
  }

  CreditTables tables() {
    return tables;
  }

  /** The entries of all. */
  public Marks<CreditEntry> entries() {
    return entries;
  }

  /** How somebody stands today, as far as the caller sees. */
  public CreditReport report(Holder holder, Caller caller) {
    var marks = entries.of(holder, caller).stream().map(mark -> shown(holder, mark)).toList();
    var region =
        Regions.common(marks.stream().map(mark -> mark.content().region()).distinct().toList());
    return CreditReport.of(holder, marks, tables, region, Days.today(clock));
  }

  /** Of a doctor it is asked for by the code, and that is written down. */
  private static Mark<CreditEntry> shown(Holder holder, Mark<CreditEntry> mark) {
    return holder.kind() == Holder.Kind.DOCTOR ? mark : mark.with(mark.content().masked());
  }

  /** The row by its name. */
  Optional<CreditTables.CreditGround> ground(String key, String region, LocalDate day) {
    return Validity.find(tables.grounds(), key, region, day);
  }

  /** The row that the outcome of a case leads to. */
  Optional<CreditTables.CreditGround> ground(Origin origin, Caller caller) {
    var outcome = cases.find(origin.caseId(), caller).map(known -> known.state().outcome());
    return outcome.flatMap(
        named ->
            allGrounds(origin.region(), origin.day()).stream()
                .filter(row -> row.outcome() == named)
                .findFirst());
  }

  List<CreditTables.CreditGround> allGrounds(String region, LocalDate day) {
    return Validity.all(tables.grounds(), region, day);
  }

  /** A case that an entry comes from, and where and when. */
  record Origin(String caseId, String region, LocalDate day) {}
}
