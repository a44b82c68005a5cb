package org.fundwatch.streaming.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.RuleFailure;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.SubjectChanges;

/**
 * Planted faults: each makes the answer depend on arrival, and a test that misses it is no test.
 */
public final class Faulty {

  private Faulty() {}

  /** A judge that says it looks back less than it does. */
  public static final class ShortSighted implements Judge.Maker {
    private static final long serialVersionUID = 1;

    @Override
    public Judge make(String bundle, Consumer<RuleFailure> failures) {
      return new Wrapped(new TrivialJudge.Maker().make(bundle, failures), 0, false);
    }
  }

  /** A judge that also looks at what comes after an encounter, where no change is ever told of. */
  public static final class ForwardLooking implements Judge.Maker {
    private static final long serialVersionUID = 1;

    @Override
    public Judge make(String bundle, Consumer<RuleFailure> failures) {
      Judge judge = new TrivialJudge.Maker().make(bundle, failures);
      return new Wrapped(judge, judge.lookbackMillis(), true);
    }
  }

  /** What a ledger sees that forgets a reversal when it does not know the original yet. */
  public static List<SettlementEvent> withoutEarlyReversals(List<SettlementEvent> events) {
    Set<String> seen = new HashSet<>();
    List<SettlementEvent> kept = new ArrayList<>();
    for (SettlementEvent event : events) {
      Settlement settlement = event.settlement();
      if (event.kind() != EventKind.REVERSED) {
        seen.addAll(
            List.of(event.messageId(), settlement.settlementId(), settlement.encounterId()));
        kept.add(event);
      } else if (seen.contains(event.reversesMessageId())
          || seen.contains(settlement.originalSettlementId())
          || seen.contains(settlement.encounterId())) {
        kept.add(event);
      }
    }
    return kept;
  }

  /** What a ledger sees that takes a duplicate for something new. */
  public static List<SettlementEvent> withDuplicatesCounted(List<SettlementEvent> events) {
    Set<String> seen = new HashSet<>();
    List<SettlementEvent> all = new ArrayList<>();
    for (SettlementEvent event : events) {
      all.add(seen.add(event.messageId()) ? event : renamed(event, "-" + all.size()));
    }
    return all;
  }

  /** What a ledger sees that takes every message for the newest on its settlement. */
  public static List<SettlementEvent> withArrivalForSending(List<SettlementEvent> events) {
    List<SettlementEvent> all = new ArrayList<>();
    for (SettlementEvent event : events) {
      all.add(
          event.kind() == EventKind.REVERSED
              ? event
              : copy(event, event.messageId(), all.size(), event.settlement()));
    }
    return all;
  }

  /** What an alert desk hears that forgets what is taken back. */
  public static SubjectChanges withoutWithdrawals(SubjectChanges said) {
    return new SubjectChanges(
        said.subject(), said.changes().stream().filter(change -> !change.withdrawn()).toList());
  }

  /** What an alert desk hears that keeps a finding as it was first raised; one for each run. */
  public static UnaryOperator<SubjectChanges> withoutAmendments() {
    Set<String> raised = new HashSet<>();
    return said -> {
      List<FindingChange> kept = new ArrayList<>();
      for (FindingChange change : said.changes()) {
        String id = change.finding().id() + change.finding().person();
        if (change.withdrawn() ? raised.remove(id) : raised.add(id)) {
          kept.add(change);
        }
      }
      return new SubjectChanges(said.subject(), kept);
    };
  }

  private static SettlementEvent renamed(SettlementEvent event, String suffix) {
    Settlement s = event.settlement();
    Settlement other =
        new Settlement(
            s.settlementId() + suffix,
            s.encounterId(),
            s.originalSettlementId(),
            s.person(),
            s.institution(),
            s.insurance(),
            s.medType(),
            s.settledMillis(),
            s.doctor(),
            s.midStay(),
            s.codeSet(),
            s.amounts(),
            s.stay(),
            s.grouping(),
            s.diagnoses(),
            s.operations(),
            s.lines(),
            s.payments(),
            s.traceCodes());
    return copy(event, event.messageId() + suffix, event.sentMillis(), other);
  }

  private static SettlementEvent copy(
      SettlementEvent event, String message, long sentMillis, Settlement settlement) {
    return new SettlementEvent(
        event.schema(),
        event.kind(),
        event.transaction(),
        message,
        sentMillis,
        event.reversesMessageId(),
        settlement,
        event.extras());
  }

  private record Wrapped(Judge judge, long lookbackMillis, boolean forward) implements Judge {

    @Override
    public String version() {
      return judge.version();
    }

    @Override
    public List<Finding> settlement(Settlement settlement) {
      return judge.settlement(settlement);
    }

    @Override
    public List<Finding> encounter(Encounter encounter, Timeline all) {
      List<Finding> findings = new ArrayList<>(judge.encounter(encounter, all));
      if (forward) {
        // The finding of whoever comes last, put to the first.
        List<Encounter> encounters = all.encounters();
        Encounter last = encounters.get(encounters.size() - 1);
        if (encounters.indexOf(encounter) == 0) {
          findings.addAll(judge.encounter(last, all));
        }
      }
      return findings;
    }

    @Override
    public List<Finding> pack(PackSales sales) {
      return judge.pack(sales);
    }

    @Override
    public List<Finding> doctorDay(DoctorDay day) {
      return judge.doctorDay(day);
    }

    @Override
    public List<Finding> institutionDay(InstitutionDay day) {
      return judge.institutionDay(day);
    }

    @Override
    public List<Finding> institutionMonth(InstitutionMonth month) {
      return judge.institutionMonth(month);
    }
  }
}
