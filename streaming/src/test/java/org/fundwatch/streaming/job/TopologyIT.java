package org.fundwatch.streaming.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.alert.Amendment;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.LibraryJudgeMaker;
import org.fundwatch.streaming.testing.Given;
import org.fundwatch.streaming.testing.Oracle;
import org.fundwatch.streaming.testing.Run;
import org.fundwatch.streaming.testing.TrivialJudge;
import org.fundwatch.streaming.testing.Verdict;
import org.fundwatch.streaming.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole topology in a mini cluster of two cores, with state in RocksDB. */
class TopologyIT {

  private static final TrivialJudge JUDGE = new TrivialJudge("v0", 15, 2);
  private static final SettlementEvent DEAR =
      settlement("S1")
          .settledAt("2026-03-18 09:00:00")
          .line("110900001000000", "04", "1", "1350.00", "2026-03-18 08:00:00")
          .event(EventKind.SETTLED);
  private static final SettlementEvent CANCEL =
      settlement("S2").reverses("S1").settledAt("2026-03-19 09:00:00").event(EventKind.REVERSED);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 6);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void alerts_anyOrderDuplicatesAndReversals_areThoseOfTheFacts(long seed) throws Exception {
    World world = World.of(seed);
    SortedMap<String, Verdict> expected =
        Oracle.verdicts(world.clean(), Run.INTAKE.personKey(), JUDGE);

    Run run = Run.of(Given.events(world.shuffled(seed * 31)), RuntimeExecutionMode.STREAMING);

    assertThat(run.held()).isEqualTo(expected);
    assertThat(expected).as("a world in which something is found").hasSizeGreaterThan(5);
    assertThat(run.letters()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void alerts_inBatch_areTheSame(long seed) throws Exception {
    World world = World.of(seed);

    Run run = Run.of(Given.events(world.shuffled(seed * 37)), RuntimeExecutionMode.BATCH);

    assertThat(run.held()).isEqualTo(Oracle.verdicts(world.clean(), Run.INTAKE.personKey(), JUDGE));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rules_switchedInTheMiddle_giveTheAlertsOfTheNewRulesFromTheStart(long seed)
      throws Exception {
    World world = World.of(seed);
    TrivialJudge last = new TrivialJudge("v2", 20, 3, 2_000_00);
    List<SettlementEvent> events = world.shuffled(seed * 41);
    SortedMap<Integer, String> switches = new TreeMap<>();
    switches.put(events.size() / 4, "v1 3 1 10.00");
    switches.put(events.size() / 2, "nonsense");
    switches.put(events.size() / 2 + 1 + events.size() / 8 * (int) (seed % 4), "v2 20 3 2000.00");
    SortedMap<String, Verdict> expected =
        Oracle.verdicts(world.clean(), Run.INTAKE.personKey(), last);

    Run run = Run.switching(Given.events(events), switches);

    assertThat(anyRuleSet(run.held())).isEqualTo(anyRuleSet(expected));
    assertThat(expected)
        .as("another answer than by the rules before")
        .isNotEqualTo(Oracle.verdicts(world.clean(), Run.INTAKE.personKey(), JUDGE));
    assertThat(run.reports())
        .extracting(DeskReport::state)
        .contains(DeskReport.State.REFUSED, DeskReport.State.SWEPT);
  }

  // A finding that other rules state equally keeps the version of the rule-set that stated it.
  private static SortedMap<String, Verdict> anyRuleSet(SortedMap<String, Verdict> alerts) {
    SortedMap<String, Verdict> any = new TreeMap<>(alerts);
    any.replaceAll((id, verdict) -> verdict.inAnyRuleSet());
    return any;
  }

  @ParameterizedTest
  @EnumSource(
      value = RuntimeExecutionMode.class,
      names = {"STREAMING", "BATCH"})
  void alerts_byTheWholeLibraryAndModels_areThoseOfTheFacts(RuntimeExecutionMode mode)
      throws Exception {
    Judge.Maker library = new LibraryJudgeMaker("");
    World world = World.of(7);
    SortedMap<String, Verdict> expected =
        Oracle.verdicts(world.clean(), Run.INTAKE.personKey(), library.make("", failure -> {}));

    List<String> rules = List.of(RuleBundle.builtIn().toJson());
    Given events = new Given(Given.events(world.shuffled(8)).messages(), rules);
    Run run = Run.of(events, mode, library);

    assertThat(run.held()).isEqualTo(expected);
    assertThat(expected).as("a world in which something is found").hasSizeGreaterThan(20);
    assertThat(run.letters()).isEmpty();
  }

  @Test
  void alert_reversed_isWithdrawnWithItsLineageAndNotDeleted() throws Exception {
    Run run = Run.inOrder(Given.events(List.of(DEAR, CANCEL)));

    Alert alert = run.last().values().iterator().next();
    assertThat(run.last()).hasSize(1);
    assertThat(alert.status()).isEqualTo(AlertStatus.WITHDRAWN);
    assertThat(alert.version()).isEqualTo(2);
    assertThat(alert.findings()).hasSize(1);
    String finding = alert.findings().get(0).id();
    assertThat(alert.lineage())
        .containsExactly(
            new Amendment(
                1, DEAR.sentMillis(), "MSGS1S", "2207", "raised T1-dear-line", finding, List.of()),
            new Amendment(
                2,
                CANCEL.sentMillis(),
                "MSGS2R",
                "2208",
                "withdrew T1-dear-line",
                finding,
                List.of()));
  }

  @Test
  void alert_reversalBeforeItsOriginal_isNeverRaised() throws Exception {
    Run run = Run.inOrder(Given.events(List.of(CANCEL, DEAR)));

    assertThat(run.alerts()).isEmpty();
  }

  @Test
  void event_thatUpsetsARule_isReportedAndJudgedByTheOthers() throws Exception {
    SettlementEvent poison =
        settlement("S3")
            .stay("2026-03-20 09:00:00", "2026-03-25 09:00:00")
            .line(TrivialJudge.POISON, "04", "1", "1.00", "2026-03-20 10:00:00")
            .event(EventKind.SETTLED);
    SettlementEvent before =
        settlement("S4")
            .stay("2026-03-01 09:00:00", "2026-03-15 09:00:00")
            .event(EventKind.SETTLED);

    Run run = Run.of(Given.events(List.of(before, poison)), RuntimeExecutionMode.STREAMING);

    assertThat(run.alerts()).hasSize(1);
    assertThat(run.reports())
        .filteredOn(report -> report.state() == DeskReport.State.FAILED)
        .extracting(DeskReport::desk, DeskReport::detail)
        .containsExactly(tuple("person", "* on SETTLEMENT:S3: IllegalStateException"));
  }

  @Test
  void message_refused_isADeadLetterAndTheRestGoesOn() throws Exception {
    List<byte[]> messages = new ArrayList<>(Given.events(List.of(DEAR)).messages());
    messages.add(0, "{\"infno\": \"2207\", ".getBytes(UTF_8));

    Run run =
        Run.of(new Given(messages, List.of(TrivialJudge.BUILT_IN)), RuntimeExecutionMode.STREAMING);

    assertThat(run.alerts()).hasSize(1);
    assertThat(run.letters()).hasSize(1);
    assertThat(run.letters().get(0).place()).hasToString("given:1");
  }
}
