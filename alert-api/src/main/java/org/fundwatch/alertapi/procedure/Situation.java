package org.fundwatch.alertapi.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fundwatch.alertapi.procedure.term.Term;
import org.fundwatch.alertapi.procedure.term.TermKey;
import org.fundwatch.domain.time.ShanghaiTime;

/**
 * A case when somebody wants to do something in it.
 *
 * @param now epoch milliseconds
 */
record Situation(CaseState state, Actor actor, long now, Procedure procedure) {

  Optional<Term> term(TermKey key) {
    var today = LocalDate.ofEpochDay(ShanghaiTime.epochDay(now));
    return procedure.terms().find(key, state.opening().region(), today);
  }

  /** True when a limit has run out; false while that cannot be told. */
  boolean isOver(Limit limit) {
    return deadline(limit).filter(deadline -> deadline.isOver(now)).isPresent();
  }

  Optional<Deadline> deadline(Limit limit) {
    return state.clock(limit).flatMap(clock -> procedure.deadline(state, clock, now));
  }

  /** True when the actor had no part in the case as an officer. */
  boolean isOutside() {
    return !state.handledBy().contains(actor.name());
  }

  boolean isOfficerOfCase() {
    return actor.is(Duty.OFFICER) && state.officers().containsKey(actor.name());
  }

  /** True when the penalty, or the lack of a threshold, makes the offer of a hearing necessary. */
  boolean needsHearingOffer() {
    var penalty = state.penalty();
    if (penalty == null || penalty.isNone()) {
      return false;
    }
    var key =
        penalty.respondent() == Penalty.Respondent.PERSON
            ? TermKey.HEARING_FINE_PERSON
            : TermKey.HEARING_FINE_ORGANISATION;
    return !penalty.measures().isEmpty()
        || term(key).map(threshold -> penalty.fineFen() >= threshold.value()).orElse(true);
  }

  /** What keeps everybody from doing anything but reopening the case. */
  Stream<Missing> ended() {
    var main = state.main();
    return State.ENDED.contains(main)
        ? Stream.of(
            Missing.state(
                "案件已处于“%s”，不能再办理".formatted(main.zh()),
                "the case is %s: nothing more is done in it".formatted(main.en())))
        : Stream.empty();
  }

  /** What keeps the actor from having a part in the case. */
  Stream<Missing> notInvolved() {
    boolean involved = actor.is(Duty.HEAD) || actor.is(Duty.LEGAL_REVIEWER) || isOfficer();
    return Stream.concat(
        recused(),
        unless(
            involved,
            Missing.person("须为本案办案人员", "an officer of this case, a head or a legal reviewer")));
  }

  /** True when the actor is a head or works on the case. */
  boolean isInvolved() {
    return actor.is(Duty.HEAD) || isOfficer();
  }

  /** What keeps the actor from working on the case as its officer. */
  Stream<Missing> notOfficer() {
    return Stream.concat(
        recused(),
        unless(
            isOfficer(), Missing.person("须为本案办案人员", "has to be done by an officer of this case")));
  }

  Stream<Missing> recused() {
    return unless(
        !state.recused().contains(actor.name()), Missing.person("已回避本案", "recused from this case"));
  }

  /** Before officers are named, any will do. */
  private boolean isOfficer() {
    return actor.is(Duty.OFFICER) && (state.officers().isEmpty() || isOfficerOfCase());
  }

  Stream<Missing> by(Duty... duties) {
    return new Guard.By(List.of(duties)).missing(this);
  }

  static Stream<Missing> unless(boolean holds, Missing missing) {
    return holds ? Stream.empty() : Stream.of(missing);
  }
}
