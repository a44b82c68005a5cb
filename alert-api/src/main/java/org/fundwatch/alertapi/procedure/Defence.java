package org.fundwatch.alertapi.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fundwatch.alertapi.procedure.term.TermKey;
import org.fundwatch.domain.time.ShanghaiTime;

/** What the other side says, on the same record: statement and defence, and the hearing. */
public sealed interface Defence extends CaseAction {

  /** A statement is recorded. */
  record StatementMade(Statement.Party party, String text) implements Defence {
    @Override
    public String zh() {
      return "陈述申辩";
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(situation.ended(), situation.notInvolved());
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.statements.add(
          new Statement(entry.sequence(), entry.at(), party, text, Statement.Answer.OPEN, ""));
    }
  }

  /**
   * A statement has been checked.
   *
   * @param statement sequence of the entry that recorded it
   * @param reply why it is taken so
   */
  record StatementAnswered(int statement, Statement.Answer answer, String reply)
      implements Defence {
    @Override
    public String zh() {
      return "复核陈述申辩";
    }

    @Override
    public String text() {
      return "第 %d 号%s：%s".formatted(statement, answer.zh(), reply);
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.ended(),
          situation.notInvolved(),
          Situation.unless(
              situation.state().heard().stream().anyMatch(made -> made.sequence() == statement),
              Missing.content(
                  "本轮没有第 %d 号陈述申辩".formatted(statement),
                  "no statement %d was made in this round".formatted(statement))),
          Situation.unless(
              answer != Statement.Answer.OPEN,
              Missing.content("须写明是否采纳", "adopted, partly or not: OPEN is no answer")));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.statements.replaceAll(
          made -> made.sequence() == statement ? made.answered(answer, reply) : made);
    }
  }

  /**
   * The other side has nothing to say.
   *
   * @param text how that is known
   */
  record StatementWaived(String text) implements Defence {
    @Override
    public String zh() {
      return "放弃陈述申辩";
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.notInvolved(), in(situation, Set.of(State.STATEMENT, State.HEARING)));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.statementWaived = true;
    }
  }

  /** A hearing is asked for in time. */
  record HearingRequested(String text) implements Defence {
    @Override
    public String zh() {
      return "申请听证";
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.notInvolved(),
          in(situation, Set.of(State.STATEMENT)),
          Situation.unless(
              situation.state().onFile(DocumentKind.HEARING_OFFER),
              Missing.content("未告知听证权利", "no hearing was offered")),
          Situation.unless(
              !situation.isOver(Limit.STATEMENT),
              Missing.content("已超过申请听证期限", "the time to ask for a hearing is over")));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.hearing = Hearing.REQUESTED;
    }
  }

  /** The other side wants no hearing, or no longer. */
  record HearingWaived(String text) implements Defence {
    @Override
    public String zh() {
      return "放弃听证";
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.notInvolved(),
          in(situation, Set.of(State.STATEMENT, State.HEARING)),
          Situation.unless(
              situation.state().hearing() != Hearing.HELD,
              Missing.state("听证已举行", "the hearing has been held")));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.hearing = Hearing.WAIVED;
    }
  }

  /** The hearing has been held. */
  record HearingHeld(String text) implements Defence {
    @Override
    public String zh() {
      return "举行听证";
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.notInvolved(),
          in(situation, Set.of(State.HEARING)),
          Situation.unless(
              situation.isOutside(),
              Missing.person("听证不得由本案办案人员主持", "no officer of the case holds its hearing")),
          situation.by(Duty.HEAD, Duty.LEGAL_REVIEWER),
          notice(situation));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.hearing = Hearing.HELD;
    }

    private static Stream<Missing> notice(Situation situation) {
      long days = situation.term(TermKey.HEARING_NOTICE).map(term -> term.value()).orElse(0L);
      var earliest =
          situation.state().papers().stream()
              .filter(paper -> paper.kind() == DocumentKind.HEARING_NOTICE)
              .mapToLong(paper -> ShanghaiTime.epochDay(paper.at()) + days)
              .min();
      long today = ShanghaiTime.epochDay(situation.now());
      if (earliest.isPresent() && earliest.getAsLong() <= today) {
        return Stream.empty();
      }
      var day = earliest.isPresent() ? LocalDate.ofEpochDay(earliest.getAsLong()).toString() : "";
      return Stream.of(
          Missing.content(
              "听证须提前 %d 日通知%s".formatted(days, day.isEmpty() ? "" : "，最早 " + day),
              "the hearing needs %d days' notice%s"
                  .formatted(days, day.isEmpty() ? "" : ", " + day + " at the earliest")));
    }
  }

  private static Stream<Missing> in(Situation situation, Set<State> states) {
    var main = situation.state().main();
    return Situation.unless(
        states.contains(main),
        Missing.state(
            "“%s”状态不能办理此事项".formatted(main.zh()),
            "this cannot be done while the case is: %s".formatted(main.en())));
  }
}
