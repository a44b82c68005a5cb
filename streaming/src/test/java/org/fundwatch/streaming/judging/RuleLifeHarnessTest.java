package org.fundwatch.streaming.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fundwatch.domain.testing.SettlementBuilder.settlement;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fundwatch.domain.settlement.EventKind;
import org.fundwatch.domain.settlement.Gender;
import org.fundwatch.domain.settlement.SettlementEvent;
import org.fundwatch.rules.RuleBundle;
import org.fundwatch.streaming.person.PersonDesk;
import org.fundwatch.streaming.testing.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule's life in a running desk: on trial, active, amended, retired, failing. */
class RuleLifeHarnessTest {

  private static final String RULE =
      """
      id: %s
      version: 1
      name: {zh: 高价费用, en: Dear line}
      family: 医疗类/测试类
      status: %s
      outcome: suspicion
      subject: line
      phases: [事后]
      valid: {from: 2021-05-01}
      owner: rules@fundwatch
      basis: [虚构依据]
      detects: A dear line.
      misses: All else.
      false-positives: None.
      on-site: The bill.
      params:
        limit:
          type: int
          default: 200000
          unit: fen
          provenance: proposal
          means: a line is dear from this on
          overlays: [{region: "3301", from: 2026-03-01, value: 100000}]
      facts:
        amount_of: line.amount_fen
      condition: %s
      amount: line.amount_fen
      sentence: {zh: "{amount_of}", en: "{amount_of}"}
      evidence: {fee-line: [line.id]}
      """;
  private static final String DEAR = "line.amount_fen >= param.limit";
  private static final SettlementEvent IN_MARCH = dear("S1", "2026-03-18 09:00:00");
  private static final SettlementEvent IN_FEBRUARY = dear("S2", "2026-02-18 09:00:00");

  private Desk<SettlementEvent> desk;

  @BeforeEach
  void open() throws Exception {
    desk = Desk.ofEvents(new PersonDesk(new LibraryJudgeMaker(""), Duration.ofDays(400)));
    desk.clock(1);
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  @Test
  void shadow_isCountedWithSamplesAndMakesNoAlert() throws Exception {
    desk.rules(bundle("LN01-dear", "shadow", DEAR));
    desk.send(IN_MARCH);

    assertThat(desk.said()).isEmpty();
    desk.clock(30_001);
    RuleTally tally = tally("LN01-dear");
    assertThat(tally)
        .extracting(RuleTally::shadow, RuleTally::judged, RuleTally::fired, RuleTally::failed)
        .containsExactly(true, 1L, 1L, 0L);
    assertThat(tally.samples()).hasSize(1);
    assertThat(tally.samples().get(0))
        .endsWith(" H33010000001 2026-03-18 1350.00")
        .doesNotContain(IN_MARCH.settlement().person().id());
    assertThat(report().shadows()).isOne();
  }

  @Test
  void shadow_promoted_makesAlertsOfThePast_andBackOnTrialWithdrawsThem() throws Exception {
    desk.rules(bundle("LN01-dear", "shadow", DEAR));
    desk.send(IN_MARCH);
    desk.said();

    desk.rules(bundle("LN01-dear", "active", DEAR));
    assertThat(desk.said()).containsExactly("+LN01-dear");

    desk.rules(bundle("LN01-dear", "shadow", DEAR));
    assertThat(desk.said()).containsExactly("-LN01-dear");
    desk.clock(30_001);
    assertThat(tally("LN01-dear"))
        .extracting(RuleTally::fired, RuleTally::withdrawn)
        .as("on trial, active, on trial")
        .containsExactly(3L, 2L);
  }

  @Test
  void lateSettlement_isJudgedByTheRowOfItsDayAndRegion() throws Exception {
    desk.rules(bundle("LN01-dear", "active", DEAR));

    desk.send(IN_MARCH);
    desk.send(IN_FEBRUARY);

    assertThat(desk.said()).as("1350 is dear since March only").containsExactly("+LN01-dear");
    desk.rules(bundle("LN01-dear", "active", DEAR + " && true"));
    assertThat(desk.said()).as("also when judged again").isEmpty();
  }

  @Test
  void rule_thatThrows_isACountedOutcomeAndTheOthersJudge() throws Exception {
    desk.rules(
        bundle(
            Map.of(
                "LN01-dear", rule("LN01-dear", "active", DEAR),
                "LN02-fails",
                    rule("LN02-fails", "active", "100 / (line.amount_fen - 135000) > 1"))));
    desk.reported();

    desk.send(IN_MARCH);
    desk.send(IN_FEBRUARY);

    assertThat(desk.said()).containsExactly("+LN01-dear");
    assertThat(desk.reported())
        .singleElement()
        .asString()
        .startsWith("FAILED ")
        .endsWith(" LN02-fails on ENCOUNTER:MS1: divide by zero");
    desk.clock(30_001);
    assertThat(report().tallies())
        .filteredOn(tally -> tally.rule().startsWith("LN"))
        .extracting(RuleTally::rule, RuleTally::judged, RuleTally::failed)
        .containsExactly(tuple("LN01-dear", 2L, 0L), tuple("LN02-fails", 2L, 2L));
  }

  @Test
  void rules_thatRanAlready_areSaidToLeaveNothingOfThePast() throws Exception {
    desk.rules(bundle("LN01-dear", "active", DEAR));
    desk.send(IN_MARCH);
    desk.reported();

    desk.rules(bundle("LN01-dear", "active", DEAR));

    assertThat(desk.reported())
        .satisfiesExactly(
            running -> assertThat(running).startsWith("RUNNING "),
            swept -> assertThat(swept).startsWith("SWEPT ").endsWith(" nothing to judge again"));
  }

  @ParameterizedTest
  @CsvSource({
    "PERSON:a0b1c2d3, PERSON:-",
    "DOCTOR:D330100000001, DOCTOR:-",
    "ENCOUNTER:M1, ENCOUNTER:M1",
    "INSTITUTION:H33010000001, INSTITUTION:H33010000001"
  })
  void failure_inReports_namesNoPersonAndNoDoctor(String subject, String shown) {
    assertThat(RuleDesk.shown(subject)).isEqualTo(shown);
  }

  private RuleTally tally(String rule) {
    return report().tallies().stream()
        .filter(tally -> tally.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private DeskReport report() {
    List<DeskReport> counted =
        desk.side(RuleDesk.REPORTS).stream()
            .filter(report -> report.state() == DeskReport.State.COUNTED)
            .toList();
    return counted.get(counted.size() - 1);
  }

  private static String bundle(String id, String status, String condition) {
    return bundle(Map.of(id, rule(id, status, condition)));
  }

  private static String bundle(Map<String, String> rules) {
    Map<String, String> files = new TreeMap<>();
    rules.forEach((id, text) -> files.put("rules/test/" + id + "/rule.yaml", text));
    return RuleBundle.of(files).toJson();
  }

  private static String rule(String id, String status, String condition) {
    return RULE.formatted(id, status, condition);
  }

  private static SettlementEvent dear(String id, String settled) {
    return settlement(id)
        .person("P1", Gender.FEMALE)
        .settledAt(settled)
        .line("110900001000000", "04", "1", "1350.00", settled)
        .event(EventKind.SETTLED);
  }
}
