package org.fundwatch.alertapi.procedure;

import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.fundwatch.alertapi.procedure.Missing.Kind;
import org.fundwatch.alertapi.procedure.Penalty.Respondent;
import org.fundwatch.alertapi.procedure.term.TermKey;

/** What a step needs besides people and papers. */
enum Condition implements Guard {
  NOT_OWN(
      Kind.PERSON,
      "不得审批自己经办的事项",
      "nobody approves their own: officers of the case and who took the last step may not",
      (now, step) ->
          now.isOutside() && !now.actor().name().equals(now.state().movedBy().get(step.track()))),
  OFFICER_OF_CASE(
      Kind.PERSON,
      "须为本案办案人员",
      "has to be done by an officer of this case",
      (now, step) -> now.isOfficerOfCase()),
  REASON(Kind.CONTENT, "须写明理由", "a reason is missing", (now, step) -> !step.reason().isBlank()),
  TARGET(Kind.CONTENT, "须写明去向", "where to is missing", (now, step) -> !step.target().isBlank()),
  INVOLVED(
      Kind.PERSON,
      "指派办案人员后须为本案办案人员或负责人",
      "an officer of this case or a head, once officers are named",
      (now, step) -> now.isInvolved()),
  SAME_REGION(
      Kind.CONTENT,
      "须属本案所在地区",
      "has to belong to the region of this case",
      (now, step) -> step.region().startsWith(now.state().opening().region())),
  ONE_STAYS(
      Kind.CONTENT,
      "本案至少须留一件预警",
      "at least one alert has to stay",
      (now, step) -> step.leaving() < now.state().alerts().size()),
  SUSPECTED_COVERS(
      Kind.CONTENT,
      "移出预警的涉嫌金额不得超过账上余额，须先更正",
      "the suspected amount of what leaves is above the ledger's balance; correct that first",
      (now, step) -> step.leavingFen() <= now.state().ledger().balance(Account.SUSPECTED)),
  NOTHING_VERIFIED(
      Kind.CONTENT,
      "已有查实、退回等金额入账，不能分开，须先更正为零",
      "money has been entered beside the suspected amount, which cannot be told apart; correct it to"
          + " 0 first",
      (now, step) -> onlySuspected(now.state())),
  OUTCOME(
      Kind.CONTENT,
      "须先登记处理结果",
      "the outcome is not named yet",
      (now, step) -> now.state().outcome() != null),
  SELF_CHECK_OVER(
      Kind.CONTENT,
      "申诉、自查期限未满，且无《情况反馈、确认表》",
      "the time for self-check and objection runs and no feedback is on file",
      (now, step) ->
          now.state().main() != State.PRECHECK
              || now.state().onFile(DocumentKind.FEEDBACK_FORM)
              || now.isOver(Limit.PRECHECK)),
  REFUND_RECORDED(
      Kind.CONTENT,
      "查实金额须大于零且已全部退回，违约金须已缴清",
      "the verified amount has to be above zero and recovered in full, and damages paid",
      (now, step) ->
          now.state().ledger().balance(Account.VERIFIED) > 0
              && settled(now.state(), Account.RECOVERED)
              && settled(now.state(), Account.DAMAGES_PAID)),
  PENALTY_PROPOSED(
      Kind.CONTENT,
      "须先提出处罚建议（可为不予处罚）",
      "no penalty is proposed yet; it can be none",
      (now, step) -> now.state().penalty() != null),
  HEARING_OFFERED(
      Kind.CONTENT,
      "拟处罚达到听证标准或本地区未设标准，须先送达《听证告知书》",
      "the penalty reaches the threshold for a hearing, or none is configured here: the offer of a"
          + " hearing is not on file",
      (now, step) -> !now.needsHearingOffer() || now.state().onFile(DocumentKind.HEARING_OFFER)),
  HEARING_REQUESTED(
      Kind.CONTENT,
      "当事人未申请听证",
      "no hearing has been requested",
      (now, step) -> now.state().hearing() == Hearing.REQUESTED),
  HEARING_SETTLED(
      Kind.CONTENT,
      "听证未了结：须已听证并有笔录和报告，或当事人放弃，或期限届满未申请",
      "the hearing is not settled: held with record and report, waived, or not requested in time",
      (now, step) -> hearingSettled(now)),
  STATEMENT_HEARD(
      Kind.CONTENT,
      "陈述申辩未了结：须已记录并复核，或当事人放弃，或期限届满",
      "statement and defence are not settled: recorded and answered, waived, or not made in time",
      (now, step) -> statementHeard(now)),
  DECISION_PAPER(
      Kind.CONTENT,
      "缺本阶段的《行政处罚决定书》或（不予处罚时）《不予处罚决定书》",
      "the decision on the penalty, or not to penalise where none is proposed, is not on file from"
          + " this stage",
      (now, step) -> decisionPaper(now.state())),
  COLLECTIVE(
      Kind.CONTENT,
      "处罚较重，缺本阶段的《集体讨论记录》",
      "the penalty is heavy: the record of the collective discussion is not on file from this stage",
      (now, step) ->
          !now.needsHearingOffer() || fresh(now.state(), DocumentKind.COLLECTIVE_RECORD)),
  ON_SPOT(
      Kind.CONTENT,
      "超过本地区当场处罚上限，或本地区未设上限",
      "the penalty is above what may be decided on the spot here, or nothing is configured for it",
      (now, step) -> onSpot(now)),
  MONEY_SETTLED(
      Kind.CONTENT,
      "退回、违约金、罚款未结清，且无《强制执行申请书》",
      "refund, damages and fine are not settled and no application for enforcement is on file",
      (now, step) ->
          now.state().onFile(DocumentKind.ENFORCEMENT_APPLICATION) || moneySettled(now.state())),
  POLICE_SETTLED(
      Kind.STATE,
      "移送公安程序未了结",
      "the transfer to the police is under way",
      (now, step) ->
          now.state().in(Track.POLICE) == State.POLICE_NONE
              || now.state().in(Track.POLICE) == State.POLICE_ACCEPTED
              || now.state().in(Track.POLICE) == State.POLICE_RETURNED),
  NOT_SUSPENDED(
      Kind.STATE,
      "尚在暂停结算",
      "settlement is still suspended",
      (now, step) -> now.state().in(Track.SUSPENSION) == State.NOT_SUSPENDED),
  NO_REMEDY_PENDING(
      Kind.STATE,
      "复议或诉讼未了结",
      "a reconsideration or litigation is under way",
      (now, step) ->
          now.state().in(Track.REMEDY) != State.RECONSIDERATION
              && now.state().in(Track.REMEDY) != State.LITIGATION),
  REVOKED(
      Kind.STATE,
      "决定未被撤销",
      "the decision has not been revoked",
      (now, step) -> now.state().in(Track.REMEDY) == State.REMEDY_REVOKED),
  WAS_FILED(
      Kind.STATE, "本案未曾立案", "the case has never been filed", (now, step) -> now.state().wasFiled()),
  MAIN_OPEN(
      Kind.STATE,
      "案件已了结",
      "the case is over",
      (now, step) -> !State.OVER.contains(now.state().main())),
  MAIN_DECIDED(
      Kind.STATE,
      "尚无处理决定",
      "nothing has been decided yet",
      (now, step) ->
          State.DECIDED.contains(now.state().main())
              || now.state().main() == State.CLOSED
              || now.state().main() == State.ARCHIVED);

  private final Kind kind;
  private final String zh;
  private final String en;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final BiPredicate<Situation, Move> holds;

  Condition(Kind kind, String zh, String en, BiPredicate<Situation, Move> holds) {
    this.kind = kind;
    this.zh = zh;
    this.en = en;
    this.holds = holds;
  }

  @Override
  public Stream<Missing> missing(Situation situation, Move step) {
    return Situation.unless(holds.test(situation, step), new Missing(kind, zh, en));
  }

  @Override
  public String zh() {
    return zh;
  }

  private static boolean onlySuspected(CaseState state) {
    return state.ledger().balances().entrySet().stream()
        .allMatch(balance -> balance.getKey() == Account.SUSPECTED || balance.getValue() == 0);
  }

  /** True when refund, damages and fine are settled, and the fine is the one that was decided. */
  static boolean moneySettled(CaseState state) {
    return settled(state, Account.RECOVERED)
        && settled(state, Account.DAMAGES_PAID)
        && settled(state, Account.FINE_PAID)
        && state.ledger().balance(Account.FINE) == state.fineProposed();
  }

  private static boolean settled(CaseState state, Account paid) {
    return state.ledger().balance(paid) == state.ledger().balance(paid.ceiling().orElseThrow());
  }

  private static boolean fresh(CaseState state, DocumentKind kind) {
    return state.onFileSince(
        Math.max(state.roundSequence(), state.entered().getOrDefault(Track.MAIN, 0)), kind);
  }

  private static boolean hearingSettled(Situation now) {
    var state = now.state();
    return switch (state.hearing()) {
      case REQUESTED -> false;
      case WAIVED -> true;
      case HELD ->
          state.onFile(DocumentKind.HEARING_RECORD) && state.onFile(DocumentKind.HEARING_REPORT);
      case NONE -> !state.onFile(DocumentKind.HEARING_OFFER) || now.isOver(Limit.STATEMENT);
    };
  }

  private static boolean statementHeard(Situation now) {
    var heard = now.state().heard();
    boolean answered =
        heard.stream().noneMatch(statement -> statement.answer() == Statement.Answer.OPEN);
    return answered
        && (!heard.isEmpty()
            || now.state().statementWaived()
            || now.state().hearing() == Hearing.HELD
            || now.isOver(Limit.STATEMENT));
  }

  private static boolean decisionPaper(CaseState state) {
    var penalty = state.penalty();
    return fresh(state, DocumentKind.PENALTY_DECISION)
        || (penalty != null && penalty.isNone() && fresh(state, DocumentKind.NO_PENALTY_DECISION));
  }

  private static boolean onSpot(Situation now) {
    var penalty = now.state().penalty();
    if (penalty == null || !penalty.measures().isEmpty()) {
      return false;
    }
    var key =
        penalty.respondent() == Respondent.PERSON
            ? TermKey.ON_SPOT_FINE_PERSON
            : TermKey.ON_SPOT_FINE_ORGANISATION;
    return now.term(key).filter(most -> penalty.fineFen() <= most.value()).isPresent();
  }
}
