package org.fundwatch.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fundwatch.standalone.house.RunningRules;
import org.fundwatch.streaming.judging.DeskReport;
import org.fundwatch.streaming.judging.DeskReport.State;
import org.fundwatch.streaming.judging.RuleTally;
import org.junit.jupiter.api.Test;

class RuleStatusPageTest {

  @Test
  void counts_ofAllParts_areAddedByRuleAndTheLongestLagIsTold() {
    RuleStatusPage page =
        page(
            counted(0, 40, tally("A1", false, 10, 3, 1, 0), tally("B2", true, 5, 2, 0, 1)),
            counted(1, 90, tally("A1", false, 7, 1, 0, 2)));

    assertThat(page.counts())
        .extracting(line -> line.replaceAll(" +", " ").strip())
        .containsExactly(
            "rule judged fired withdrawn failed",
            "A1 17 4 1 2",
            "B2 5 2 0 1 on trial",
            "lag person 90 ms");
    assertThat(page.samples("B2")).containsExactly("alert of B2");
    assertThat(page.summary()).contains("2 rules fail: ./fundwatch rules status --counts");
  }

  @Test
  void parts_tellWhatFailedAndWhatCameTooLate() {
    RuleStatusPage page =
        page(
            report(0, State.RUNNING, "", "", List.of(), 0),
            report(1, State.RUNNING, "", "", List.of(), 0),
            report(1, State.LATE, "3 messages, not judged", "", List.of(), 0),
            report(0, State.FAILED, "A1 on PERSON:-: divide by zero", "A1", List.of(), 0));

    assertThat(page.parts())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("person             1/2  v1  knowledge k1"),
            line -> assertThat(line).startsWith("person             2/2  v1  knowledge k1"),
            line -> assertThat(line).isEqualTo("  too late: 3 messages, not judged"),
            line ->
                assertThat(line)
                    .startsWith("failed  person desk, ")
                    .endsWith(": A1 on PERSON:-: divide by zero"));
    assertThat(page.switched()).isTrue();
  }

  @Test
  void part_throughWithThePast_tellsHowLongThatTook() {
    assertThat(page(published(State.RUNNING, "", 1_000)).parts())
        .singleElement()
        .asString()
        .endsWith("still judging the past");
    assertThat(
            page(
                    published(State.RUNNING, "", 1_000),
                    published(State.SWEPT, "200 keys judged again", 3_500))
                .parts())
        .singleElement()
        .asString()
        .endsWith("200 keys judged again, through 2.5 s after");
  }

  private static DeskReport published(State state, String detail, long atMillis) {
    return new DeskReport(
        DeskReport.SCHEMA,
        "person",
        0,
        1,
        "v1",
        state,
        detail,
        atMillis,
        "k1",
        2,
        1,
        1_000,
        "",
        List.of(),
        0);
  }

  @Test
  void part_thatRunsOtherRules_hasNotSwitched() {
    assertThat(page(report(0, State.RUNNING, "", "", List.of(), 0)).switched())
        .as("one of two parts has told nothing")
        .isFalse();
  }

  private static RuleStatusPage page(DeskReport... reports) {
    return new RuleStatusPage(new RunningRules("v1", List.of(reports)));
  }

  private static DeskReport counted(int subtask, long lagMillis, RuleTally... tallies) {
    return report(subtask, State.COUNTED, "", "", List.of(tallies), lagMillis);
  }

  private static RuleTally tally(
      String rule, boolean shadow, long judged, long fired, long withdrawn, long failed) {
    return new RuleTally(
        rule,
        shadow,
        judged,
        fired,
        withdrawn,
        failed,
        shadow ? List.of("alert of " + rule) : List.of());
  }

  private static DeskReport report(
      int subtask, State state, String detail, String rule, List<RuleTally> tallies, long lag) {
    return new DeskReport(
        DeskReport.SCHEMA,
        "person",
        subtask,
        2,
        "v1",
        state,
        detail,
        1_000_000,
        "k1",
        2,
        1,
        0,
        rule,
        tallies,
        lag);
  }
}
