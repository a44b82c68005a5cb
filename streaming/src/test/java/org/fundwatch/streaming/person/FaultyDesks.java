package org.fundwatch.streaming.person;

import java.time.Duration;
import java.util.List;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.PersonHistory;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.streaming.judging.Judge;

/** Person desks whose ledgers make the mistakes that are easily made. */
public final class FaultyDesks {

  private FaultyDesks() {}

  /** It takes no notice of a reversal. */
  public static PersonDesk forgettingReversals(Judge.Maker maker, Duration horizon) {
    return new PersonDesk(maker, horizon, ForgettingReversals::new);
  }

  /** Of several statements on a settlement it keeps the one that came first. */
  public static PersonDesk keepingTheFirst(Judge.Maker maker, Duration horizon) {
    return new PersonDesk(maker, horizon, KeepingTheFirst::new);
  }

  /** It judges the encounter that the event is about and none of its neighbours. */
  public static PersonDesk judgingOneEncounter(Judge.Maker maker, Duration horizon) {
    return new PersonDesk(maker, horizon, JudgingOneEncounter::new);
  }

  private static final class ForgettingReversals extends PersonLedger {
    ForgettingReversals(Duration horizon) {
      super(horizon);
    }

    @Override
    PersonHistory learn(PersonHistory before, SettlementEvent event) {
      return event.kind() == EventKind.REVERSED ? before : super.learn(before, event);
    }
  }

  private static final class KeepingTheFirst extends PersonLedger {
    KeepingTheFirst(Duration horizon) {
      super(horizon);
    }

    @Override
    PersonHistory learn(PersonHistory before, SettlementEvent event) {
      String settlement = event.settlement().settlementId();
      boolean known =
          event.kind() != EventKind.REVERSED
              && before.facts().stream()
                  .anyMatch(
                      fact ->
                          fact.kind() == event.kind()
                              && fact.head().settlementId().equals(settlement));
      return known ? before : super.learn(before, event);
    }
  }

  private static final class JudgingOneEncounter extends PersonLedger {
    JudgingOneEncounter(Duration horizon) {
      super(horizon);
    }

    @Override
    List<Encounter> seen(Span change, Timeline timeline, long lookbackMillis) {
      return super.seen(change, timeline, lookbackMillis).stream()
          .filter(encounter -> change.encounters().contains(encounter.id()))
          .toList();
    }
  }
}
