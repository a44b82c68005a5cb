package org.fundwatch.alertapi.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.alertapi.procedure.Story.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fundwatch.alertapi.procedure.Finality.Stage;
import org.fundwatch.alertapi.procedure.Timing.Paused;
import org.fundwatch.alertapi.procedure.term.Provenance;
import org.fundwatch.domain.time.ShanghaiTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the other side has time for once a decision is served; 60 days, 6 months, 15 days. */
final class RemedyTimeTest {
  private static final long FINE = 100_000;

  @ParameterizedTest
  @CsvSource({
    // 1 May is the first of five holidays.
    "2026-03-02, 2026-05-06, 2026-09-02, 2026-03-17",
    // Saturday 9 May is worked; Thursday 10 September.
    "2026-03-10, 2026-05-09, 2026-09-10, 2026-03-25",
    // 16 May is a Saturday; 17 September a Thursday; 1 April a Wednesday.
    "2026-03-17, 2026-05-18, 2026-09-17, 2026-04-01",
    // 2 May is within the holidays.
    "2026-04-17, 2026-06-16, 2026-10-19, 2026-05-06",
  })
  void due_ofTheOtherSide_lastsToAWorkingDay(
      String served, String reconsideration, String litigation, String payment) {
    var story = served(new Story("320102").at(served + "T16:00:00"));

    assertThat(due(story, Limit.RECONSIDERATION)).isEqualTo(reconsideration + " 23:59:59");
    assertThat(due(story, Limit.LITIGATION)).isEqualTo(litigation + " 23:59:59");
    assertThat(due(story, Limit.PAYMENT)).isEqualTo(payment + " 23:59:59");
  }

  @Test
  void due_monthWithoutTheDay_endsWithTheMonth(@TempDir Path folder) throws IOException {
    var unknown = served(new Story("320102").at("2026-08-31T09:00:00"));
    assertThat(deadline(unknown, Limit.LITIGATION).due()).isEmpty();
    assertThat(deadline(unknown, Limit.LITIGATION).unknownZh())
        .isEqualTo(
            "2027年节假日安排未录入，不能推算工作日；请将国务院办公厅通知录入 workdays-2027.csv；" + "未考虑顺延的末日为 2027-02-28");
    assertThat(finality(unknown).stage()).isEqualTo(Stage.UNKNOWN);
    assertThat(finality(unknown).zh()).contains("2027-02-28");

    Files.writeString(
        folder.resolve("workdays-2027.csv"),
        "from,to,kind,name,provenance,source\n2027-01-01,2027-01-01,HOLIDAY,元旦,proposal,试\n");
    var known = served(new Story("320102", Procedure.of(folder)).at("2026-08-31T09:00:00"));

    // 28 February 2027 is a Sunday.
    assertThat(due(known, Limit.LITIGATION)).isEqualTo("2027-03-01 23:59:59");
    assertThat(deadline(known.at("2026-11-30T09:00:00"), Limit.LITIGATION).used()).isEqualTo(2);
    assertThat(deadline(known.at("2026-12-31T09:00:00"), Limit.LITIGATION).used()).isEqualTo(4);
  }

  @Test
  void due_inWorkingDaysOfAYearWithoutTable_isUnknown(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("terms.csv"),
        """
        key,region,from,to,value,unit,provenance,source
        payment,,,,10,WORKING_DAYS,local,省
        """);
    var story = served(new Story("320102", Procedure.of(folder)).at("2026-12-25T09:00:00"));

    assertThat(deadline(story, Limit.PAYMENT).due()).isEmpty();
    assertThat(deadline(story, Limit.PAYMENT).unknownZh()).endsWith("录入 workdays-2027.csv");
  }

  @Test
  void finality_withoutRemedy_comesWithTheEndOfBothTimes() {
    var story = served(new Story("320102"));

    assertThat(finality(story.at("2026-09-02T23:59:59")).stage()).isEqualTo(Stage.OPEN);
    var last = finality(story.at("2026-09-03T00:00:00"));
    assertThat(last.stage()).isEqualTo(Stage.FINAL);
    assertThat(ShanghaiTime.format(Optional.ofNullable(last.finalFrom()).orElseThrow()))
        .isEqualTo("2026-09-03 00:00:00");
    assertThat(last.outstanding()).isTrue();
    assertThat(last.provenance()).isEqualTo(Provenance.PROPOSAL);
    assertThat(last.zh()).isEqualTo("申请复议、起诉期限已满，未登记复议或诉讼");

    story.posts(Account.FINE, FINE).posts(Account.FINE_PAID, FINE);
    assertThat(finality(story).outstanding()).isFalse();
    story.files(LI, DocumentKind.PAYMENT_SLIP).step(LI, "execute").at("2026-09-04T09:00:00");
    assertThat(finality(story).stage()).isEqualTo(Stage.FINAL);
  }

  @Test
  void finality_withARemedy_isToldByItsOutcome() {
    var story =
        served(new Story("320102"))
            .at("2026-04-01T09:00:00")
            .files(LI, DocumentKind.REMEDY_PAPERS)
            .step(LI, "reconsideration");

    assertThat(story.state().clocks()).extracting(LimitClock::limit).containsOnly(Limit.PAYMENT);
    assertThat(finality(story.at("2026-12-01T09:00:00")).stage()).isEqualTo(Stage.CONTESTED);
    story.files(LI, DocumentKind.REMEDY_PAPERS).step(LI, "decision-upheld");
    assertThat(finality(story).stage()).isEqualTo(Stage.UNKNOWN);
    assertThat(finality(story).finalFrom()).isNull();
    story.files(LI, DocumentKind.REMEDY_PAPERS).step(LI, "litigation");
    story.files(LI, DocumentKind.REMEDY_PAPERS).step(LI, "decision-revoked");
    assertThat(finality(story).stage()).isEqualTo(Stage.REVOKED);
  }

  @Test
  void remedy_soughtBeforeService_leavesNoTimeToSeekOne() {
    var story =
        new Story("320102")
            .toDecision(FINE)
            .files(LI, DocumentKind.REMEDY_PAPERS)
            .step(LI, "reconsideration")
            .files(LI, DocumentKind.DECISION_RECEIPT)
            .step(LI, "serve");

    assertThat(story.state().clocks()).extracting(LimitClock::limit).containsOnly(Limit.PAYMENT);
  }

  @Test
  void times_ofTheOtherSide_areNotForUsToStop() {
    var story = served(new Story("320102"));

    assertThat(story.refused(LI, new Paused(Pause.Reason.ASSISTANCE, "")))
        .containsExactly("没有正在计算的期限");
  }

  @Test
  void clock_withinTheDaysToWarn_isSoonOver() {
    var story = served(new Story("320102"));

    assertThat(soon(story.at("2026-03-11T23:59:59"))).isFalse();
    assertThat(soon(story.at("2026-03-12T00:00:00"))).isTrue();
    assertThat(soon(story.at("2026-03-17T23:59:59"))).isTrue();
    assertThat(soon(story.at("2026-03-18T00:00:00"))).isFalse();
  }

  @Test
  void finality_beforeServiceAndOnceClosed_isNone() {
    assertThat(finalityOf(new Story("320102").toDecision(FINE))).isEmpty();
    assertThat(finalityOf(new Story("320102").toClosed())).isEmpty();
  }

  private static Story served(Story story) {
    return story.toDecision(FINE).files(LI, DocumentKind.DECISION_RECEIPT).step(LI, "serve");
  }

  private static boolean soon(Story story) {
    return story.procedure.isSoonOver(story.state(), deadline(story, Limit.PAYMENT), story.now());
  }

  private static Finality finality(Story story) {
    return finalityOf(story).orElseThrow();
  }

  private static Optional<Finality> finalityOf(Story story) {
    return story.procedure.finality(story.state(), story.now());
  }

  private static Deadline deadline(Story story, Limit limit) {
    return story.procedure.deadlines(story.state(), story.now()).stream()
        .filter(deadline -> deadline.clock().limit() == limit)
        .findFirst()
        .orElseThrow();
  }

  private static String due(Story story, Limit limit) {
    return ShanghaiTime.format(deadline(story, limit).due().orElseThrow());
  }
}
