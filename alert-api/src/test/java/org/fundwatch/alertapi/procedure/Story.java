package org.fundwatch.alertapi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.procedure.Defence.StatementAnswered;
import org.fundwatch.alertapi.procedure.Defence.StatementMade;
import org.fundwatch.alertapi.procedure.Handling.Opened;
import org.fundwatch.alertapi.procedure.Handling.OutcomeNamed;
import org.fundwatch.alertapi.procedure.Handling.Stepped;
import org.fundwatch.alertapi.procedure.Money.PenaltyProposed;
import org.fundwatch.alertapi.procedure.Money.Posted;
import org.fundwatch.alertapi.procedure.Paper.DocumentFiled;
import org.fundwatch.alertapi.procedure.Penalty.Measure;
import org.fundwatch.alertapi.procedure.Penalty.Respondent;
import org.fundwatch.alertapi.procedure.Staffing.OfficerNamed;
import org.fundwatch.domain.time.ShanghaiTime;

/** A case told step by step; what is told has to be allowed. */
final class Story {
  static final Actor LI = new Actor("li", Set.of(Duty.OFFICER));
  static final Actor WANG = new Actor("wang", Set.of(Duty.OFFICER));
  static final Actor ZHAO = new Actor("zhao", Set.of(Duty.HEAD));
  static final Actor QIAN = new Actor("qian", Set.of(Duty.HEAD));
  static final Actor SUN = new Actor("sun", Set.of(Duty.LEGAL_REVIEWER));

  /** In 2026, a Monday. */
  static final String BEGINNING = "2026-03-02T09:00:00";

  final List<CaseEntry> entries = new ArrayList<>();
  final Procedure procedure;
  private long now = millis(BEGINNING);

  Story(String region) {
    this(region, Procedure.of(null));
  }

  Story(String region, Procedure procedure) {
    this.procedure = procedure;
    add(LI, new Opened("分解住院", region, "H1", List.of("A1"), 500_000, List.of()));
  }

  static long millis(String time) {
    return LocalDateTime.parse(time).atZone(ShanghaiTime.ZONE).toInstant().toEpochMilli();
  }

  CaseState state() {
    return CaseState.of(entries);
  }

  long now() {
    return now;
  }

  Story at(String time) {
    now = millis(time);
    return this;
  }

  /** Something that has to be allowed. */
  Story does(Actor actor, CaseAction action) {
    assertThat(procedure.missing(state(), action, actor, now))
        .as("%s: %s", actor, action)
        .isEmpty();
    return add(actor, action);
  }

  List<String> refused(Actor actor, CaseAction action) {
    return procedure.missing(state(), action, actor, now).stream().map(Missing::zh).toList();
  }

  List<String> refusedStep(Actor actor, String step) {
    return refused(actor, new Stepped(step, "理由", "去向"));
  }

  Story add(Actor actor, CaseAction action) {
    entries.add(new CaseEntry(entries.size() + 1, now, actor.name(), action));
    return this;
  }

  Story step(Actor actor, String step) {
    return does(actor, new Stepped(step, "理由", "去向"));
  }

  Story files(Actor actor, DocumentKind... kinds) {
    for (var kind : kinds) {
      does(actor, new DocumentFiled(kind, "1号", ""));
    }
    return this;
  }

  Story posts(Account account, long amount) {
    return does(LI, new Posted(account, amount, "", 0, "核对"));
  }

  Story outcome(Disposition outcome) {
    return does(LI, new OutcomeNamed(outcome, "查证"));
  }

  Story toPrecheck() {
    return step(LI, "begin-triage").files(LI, DocumentKind.LEAD_REGISTER).step(LI, "precheck");
  }

  Story toVerify() {
    return toPrecheck()
        .files(LI, DocumentKind.FEEDBACK_FORM, DocumentKind.VERIFICATION_APPROVAL)
        .step(ZHAO, "verify")
        .does(ZHAO, new OfficerNamed("li", "320101-1"))
        .does(ZHAO, new OfficerNamed("wang", "320101-2"));
  }

  Story toFiled() {
    return toVerify()
        .files(LI, DocumentKind.FILING_APPROVAL)
        .step(LI, "propose-filing")
        .step(ZHAO, "file");
  }

  Story toInvestigation() {
    return toFiled()
        .files(LI, DocumentKind.INSPECTION_NOTICE, DocumentKind.CREDENTIALS_RECORD)
        .step(LI, "investigate");
  }

  Story toReview(long fineFen, Measure... measures) {
    return toInvestigation()
        .files(WANG, DocumentKind.INSPECTION_RECORD, DocumentKind.INVESTIGATION_REPORT)
        .proposes(fineFen, measures)
        .step(WANG, "submit-review");
  }

  Story proposes(long fineFen, Measure... measures) {
    return does(
        LI,
        new PenaltyProposed(
            new Penalty(Respondent.ORGANISATION, fineFen, Set.of(measures), ""), "查证"));
  }

  Story toStatement(long fineFen, Measure... measures) {
    return toReview(fineFen, measures)
        .files(SUN, DocumentKind.LEGAL_OPINION)
        .step(SUN, "pass-review")
        .files(
            LI,
            DocumentKind.ADVANCE_NOTICE,
            DocumentKind.HEARING_OFFER,
            DocumentKind.NOTICE_RECEIPT)
        .step(LI, "give-notice");
  }

  /** A statement that is answered, no hearing, and a decision on a fine. */
  Story toDecision(long fineFen) {
    return toStatement(fineFen)
        .heard()
        .does(LI, new Defence.HearingWaived("书面放弃"))
        .files(ZHAO, DocumentKind.COLLECTIVE_RECORD)
        .files(ZHAO, DocumentKind.PENALTY_DECISION)
        .step(ZHAO, "decide");
  }

  Story heard() {
    does(LI, new StatementMade(Statement.Party.INSTITUTION, "系统故障"));
    return does(WANG, new StatementAnswered(entries.size(), Statement.Answer.NOT_ADOPTED, "日志无故障"));
  }

  Story toExecution(long fineFen) {
    return toDecision(fineFen)
        .files(LI, DocumentKind.DECISION_RECEIPT)
        .step(LI, "serve")
        .files(LI, DocumentKind.PAYMENT_SLIP)
        .step(LI, "execute");
  }

  Story toClosed() {
    return toExecution(100_000)
        .posts(Account.VERIFIED, 300_000)
        .posts(Account.RECOVERED, 300_000)
        .posts(Account.FINE, 100_000)
        .posts(Account.FINE_PAID, 100_000)
        .outcome(Disposition.VIOLATION_38)
        .files(ZHAO, DocumentKind.CLOSING_APPROVAL)
        .step(ZHAO, "close");
  }
}
