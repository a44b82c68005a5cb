package org.fundwatch.alertapi.procedure;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fundwatch.alertapi.procedure.Ledger.Line;
import org.fundwatch.alertapi.procedure.term.Term;
import org.fundwatch.alertapi.procedure.term.TermKey;

/** The money of a case, and the penalty. */
public sealed interface Money extends CaseAction {

  /**
   * A line of the ledger.
   *
   * @param amount fen, or points; below 0 only in a correction
   * @param subject code of the doctor whom points are for, empty otherwise
   * @param corrects sequence of the line that it corrects, 0 for none
   * @param text what it rests on
   */
  record Posted(Account account, long amount, String subject, int corrects, String text)
      implements Money {
    /** A hundred billion yuan: far above any case, and sums stay exact. */
    private static final long MOST = 10_000_000_000_000L;

    @Override
    public String zh() {
      return (corrects == 0 ? "记账：" : "更正：") + account.zh();
    }

    @Override
    public List<Missing> missing(Situation situation) {
      return CaseAction.all(
          situation.ended(),
          situation.notOfficer(),
          allowedAmount(),
          allowedSubject(),
          corrects == 0 ? first(situation) : correction(situation.state().ledger()),
          balances(situation.state()));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.ledger = fold.ledger.with(line(entry.sequence()));
      fold.handledBy.add(entry.by());
    }

    private Line line(int sequence) {
      return new Line(sequence, account, amount, subject, corrects, text);
    }

    private Stream<Missing> allowedAmount() {
      return Situation.unless(
          inRange() && amount != 0 && (amount > 0 || corrects != 0),
          Missing.content(
              "金额须大于零，更正可为负数，均不得超过 %d".formatted(MOST),
              "the amount has to be above 0, in a correction it can be below; at most %d"
                  .formatted(MOST)));
    }

    private boolean inRange() {
      return -MOST <= amount && amount <= MOST;
    }

    private Stream<Missing> allowedSubject() {
      return Situation.unless(
          (account == Account.POINTS) != subject.isEmpty(),
          Missing.content("记分须写明医师编码，其他科目不写", "points, and nothing else, name a doctor's code"));
    }

    private Stream<Missing> first(Situation situation) {
      var where = account.where();
      long most = situation.term(TermKey.POINTS_MOST).map(Term::value).orElse(Long.MAX_VALUE);
      return Stream.concat(
          Situation.unless(
              where.isEmpty() || where.contains(situation.state().main()),
              Missing.state(
                  "作出决定（或协议处理）后才能登记“%s”".formatted(account.zh()),
                  "'%s' can be entered after the decision only".formatted(account.en()))),
          Situation.unless(
              account != Account.POINTS || amount <= most,
              Missing.content(
                  "一次记分至多 %d 分".formatted(most), "at most %d points at once".formatted(most))));
    }

    private Stream<Missing> correction(Ledger ledger) {
      var original = ledger.original(corrects);
      boolean fits =
          original.isPresent()
              && original.get().isAbout(line(0))
              && ledger.net(original.get()) + amount >= 0;
      return Situation.unless(
          fits,
          Missing.content(
              "第 %d 号不是同一科目的原始记录，或更正后为负".formatted(corrects),
              "line %d is no first line of the same account, or it would fall below 0"
                  .formatted(corrects)));
    }

    private Stream<Missing> balances(CaseState state) {
      if (!inRange()) {
        return Stream.empty();
      }
      var after = state.ledger().with(line(0));
      return EnumSet.allOf(Account.class).stream()
          .filter(
              checked ->
                  after.balance(checked) < 0
                      || after.balance(checked)
                          > checked.ceiling().map(after::balance).orElse(Long.MAX_VALUE)
                      || (checked == account && after.balance(checked) > fines(state)))
          .map(
              checked ->
                  Missing.content(
                      "“%s”余额不得为负，也不得超过应有金额".formatted(checked.zh()),
                      "the balance of '%s' may not fall below 0 nor exceed what it is paid for"
                          .formatted(checked.en())));
    }

    /** The decided fine limits new lines; a correction downwards is always possible. */
    private long fines(CaseState state) {
      return account == Account.FINE && amount > 0 ? state.fineProposed() : Long.MAX_VALUE;
    }
  }

  /**
   * A penalty is proposed, or a milder one after the notice.
   *
   * @param reason why
   */
  record PenaltyProposed(Penalty penalty, String reason) implements Money {
    private static final Set<State> FREELY = Set.of(State.VERIFY, State.INVESTIGATION);
    private static final Set<State> MILDER =
        Set.of(State.PRE_NOTICE, State.STATEMENT, State.HEARING);

    @Override
    public String zh() {
      return "提出处罚建议";
    }

    @Override
    public String text() {
      return "罚款 %d.%02d 元：%s".formatted(penalty.fineFen() / 100, penalty.fineFen() % 100, reason);
    }

    @Override
    public List<Missing> missing(Situation situation) {
      var main = situation.state().main();
      boolean milder = MILDER.contains(main);
      return CaseAction.all(
          situation.notOfficer(),
          Situation.unless(
              milder || FREELY.contains(main),
              Missing.state(
                  "“%s”状态不能提出处罚建议".formatted(main.zh()),
                  "no penalty is proposed while the case is: %s".formatted(main.en()))),
          Situation.unless(
              !milder || !penalty.heavierThan(situation.state().penalty()),
              Missing.content(
                  "告知后不得加重，须退回补充调查", "not heavier after the review; investigate further first")),
          Situation.unless(
              penalty.fineFen() >= 0, Missing.content("罚款不得为负", "the fine may not be below 0")),
          Situation.unless(
              isDate(penalty.correctBy()),
              Missing.content("整改期限须为日期，如 2026-01-31", "correctBy: a date as 2026-01-31")));
    }

    @Override
    public void apply(CaseFold fold, CaseEntry entry) {
      fold.penalty = penalty;
      fold.handledBy.add(entry.by());
    }

    private static boolean isDate(String text) {
      try {
        return text.isEmpty() || LocalDate.parse(text).getYear() > 0;
      } catch (DateTimeParseException e) {
        return false;
      }
    }
  }
}
