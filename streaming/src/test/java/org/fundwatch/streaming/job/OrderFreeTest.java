package org.fundwatch.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.alert.Amendment;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.LibraryJudgeMaker;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.person.FaultyDesks;
import org.fundwatch.streaming.person.PersonDesk;
import org.fundwatch.streaming.testing.Faulty;
import org.fundwatch.streaming.testing.Line;
import org.fundwatch.streaming.testing.Oracle;
import org.fundwatch.streaming.testing.Run;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.fundwatch.streaming.testing.Verdict;
import org.fundwatch.streaming.testing.World;
import org.junit.jupiter.api.Test;

/**
 * The answer depends on the facts, not on their arrival, and a reversal un-happens: random worlds
 * in random orders with duplicates, through all desks in one thread, against the batch oracle.
 */
class OrderFreeTest {

  private static final int FAULTY_WORLDS = 5;
  private static final byte[] KEY = Run.INTAKE.personKey();
  private static final Judge.Maker TRIVIAL = new TrivialJudge.Maker();
  private static final Judge.Maker LIBRARY = new LibraryJudgeMaker("");

  @Property(seed = "20261122", tries = 40, shrinking = ShrinkingMode.OFF)
  void alerts_simpleRules_areThoseOfTheFacts(@ForAll long seed) throws Exception {
    assertOrderFree(seed, TRIVIAL);
  }

  @Property(seed = "20261122", tries = 8, shrinking = ShrinkingMode.OFF)
  void alerts_wholeLibraryAndModels_areThoseOfTheFacts(@ForAll long seed) throws Exception {
    assertOrderFree(seed, LIBRARY);
  }

  @Property(seed = "20261122", tries = 10, shrinking = ShrinkingMode.OFF)
  void alerts_worldThatFillsTheHorizon_areThoseOfTheFacts(@ForAll long seed) throws Exception {
    World world = World.of(seed);

    assertThat(Run.held(Line.run(arrived(world, seed), TRIVIAL, World.SPAN, seed)))
        .isEqualTo(expected(world, TRIVIAL));
  }

  @Test
  void horizonShorterThanTheWorld_isFoundOut() throws Exception {
    assertThat(worldsThatDiffer(TRIVIAL, events -> events, Duration.ofDays(10))).isPositive();
  }

  @Test
  void judgeThatLooksBackFurtherThanItSays_isFoundOut() throws Exception {
    assertFoundOut(new Faulty.ShortSighted(), events -> events);
  }

  @Test
  void judgeThatLooksForward_isFoundOut() throws Exception {
    assertFoundOut(new Faulty.ForwardLooking(), events -> events);
  }

  @Test
  void reversalsForgottenWhenTheyComeFirst_areFoundOut() throws Exception {
    assertFoundOut(TRIVIAL, Faulty::withoutEarlyReversals);
  }

  @Test
  void duplicatesCountedTwice_areFoundOut() throws Exception {
    assertFoundOut(TRIVIAL, Faulty::withDuplicatesCounted);
  }

  @Test
  void arrivalTakenForSending_isFoundOut() throws Exception {
    assertFoundOut(TRIVIAL, Faulty::withArrivalForSending);
  }

  @Test
  void ledgerThatForgetsReversals_isFoundOut() throws Exception {
    assertFoundOut(FaultyDesks::forgettingReversals);
  }

  @Test
  void ledgerThatKeepsTheFirstStatement_isFoundOut() throws Exception {
    assertFoundOut(FaultyDesks::keepingTheFirst);
  }

  @Test
  void ledgerThatJudgesTheEventsOwnEncounterAlone_isFoundOut() throws Exception {
    assertFoundOut(FaultyDesks::judgingOneEncounter);
  }

  @Test
  void alertDeskThatForgetsWithdrawals_isFoundOut() throws Exception {
    assertFoundOut(() -> Faulty::withoutWithdrawals);
  }

  @Test
  void alertDeskThatKeepsAFindingAsFirstRaised_isFoundOut() throws Exception {
    assertFoundOut(Faulty::withoutAmendments);
  }

  private static void assertFoundOut(BiFunction<Judge.Maker, Duration, PersonDesk> faulty)
      throws Exception {
    assertThat(
            worldsThatDiffer(
                (events, seed) ->
                    Line.run(
                        events,
                        faulty.apply(TRIVIAL, Desks.RETENTION),
                        TRIVIAL,
                        UnaryOperator.identity(),
                        seed)))
        .isPositive();
  }

  private static void assertFoundOut(Supplier<UnaryOperator<SubjectChanges>> faulty)
      throws Exception {
    assertThat(
            worldsThatDiffer(
                (events, seed) ->
                    Line.run(
                        events,
                        new PersonDesk(TRIVIAL, Desks.RETENTION),
                        TRIVIAL,
                        faulty.get(),
                        seed)))
        .isPositive();
  }

  private static int worldsThatDiffer(Runner line) throws Exception {
    int differ = 0;
    for (long seed = 1; seed <= FAULTY_WORLDS; seed++) {
      World world = World.of(seed);
      if (!Run.held(line.run(arrived(world, seed), seed)).equals(expected(world, TRIVIAL))) {
        differ++;
      }
    }
    return differ;
  }

  /** Takes events through desks. */
  private interface Runner {
    SortedMap<String, Alert> run(List<SettlementEvent> events, long seed) throws Exception;
  }

  private static void assertFoundOut(Judge.Maker maker, UnaryOperator<List<SettlementEvent>> fault)
      throws Exception {
    assertThat(worldsThatDiffer(maker, fault, Desks.RETENTION)).isPositive();
  }

  private static int worldsThatDiffer(
      Judge.Maker maker, UnaryOperator<List<SettlementEvent>> fault, Duration horizon)
      throws Exception {
    int differ = 0;
    for (long seed = 1; seed <= FAULTY_WORLDS; seed++) {
      World world = World.of(seed);
      List<SettlementEvent> events = fault.apply(arrived(world, seed));
      if (!Run.held(Line.run(events, maker, horizon, seed)).equals(expected(world, maker))) {
        differ++;
      }
    }
    return differ;
  }

  private static void assertOrderFree(long seed, Judge.Maker maker) throws Exception {
    World world = World.of(seed);
    SortedMap<String, Verdict> expected = expected(world, maker);

    SortedMap<String, Alert> alerts = Line.run(arrived(world, seed), maker, Desks.RETENTION, seed);

    assertThat(Run.held(alerts)).isEqualTo(expected);
    assertThat(expected).as("a world in which something is found").hasSizeGreaterThan(5);
    alerts.values().forEach(OrderFreeTest::assertToldByItsLineage);
  }

  private static List<SettlementEvent> arrived(World world, long seed) {
    return Oracle.tokenised(world.shuffled(seed + 1), KEY);
  }

  private static SortedMap<String, Verdict> expected(World world, Judge.Maker maker)
      throws Exception {
    return Oracle.verdicts(world.clean(), KEY, maker.make("", failure -> {}));
  }

  // What the steps of the lineage add up to is what the alert says.
  private static void assertToldByItsLineage(Alert alert) {
    Set<String> held = new TreeSet<>();
    int version = 1;
    for (Amendment step : alert.lineage()) {
      assertThat(step.version()).isBetween(version, version + 1);
      version = step.version();
      assertThat(step.cause()).isNotEmpty();
      assertThat(step.transaction()).isNotEmpty();
      if (step.change().startsWith("raised ")) {
        assertThat(held.add(step.findingId())).isTrue();
      } else if (step.change().startsWith("withdrew ")) {
        assertThat(held.remove(step.findingId())).isTrue();
      } else {
        assertThat(held).contains(step.findingId());
        assertThat(step.values().isEmpty()).isEqualTo(!step.change().startsWith("amended "));
      }
    }
    assertThat(version).isEqualTo(alert.version());
    assertThat(held)
        .isEqualTo(
            alert.status() == AlertStatus.WITHDRAWN
                ? Set.of()
                : new TreeSet<>(alert.findings().stream().map(Finding::id).toList()));
  }
}
