package org.fundwatch.alertapi.procedure;

import static org.fundwatch.alertapi.procedure.State.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How alerts come to a case and leave it: in which states of the main track, and what it needs. A
 * table like that of the steps, and a proposal of ours like that one.
 */
public enum GroupingRule {
  ADD(
      "并入预警",
      gathering(),
      new Guard.By(List.of(Duty.OFFICER, Duty.HEAD)),
      Condition.INVOLVED,
      Condition.REASON,
      Condition.SAME_REGION),
  SPLIT(
      "移出预警、分案",
      Set.of(LEAD_NEW, TRIAGE, WATCHLIST, PRECHECK, VERIFY, REOPENED),
      new Guard.By(List.of(Duty.OFFICER, Duty.HEAD)),
      Condition.INVOLVED,
      Condition.REASON,
      Condition.ONE_STAYS,
      Condition.SUSPECTED_COVERS,
      Condition.NOTHING_VERIFIED,
      Condition.NOT_SUSPENDED,
      Condition.POLICE_SETTLED),
  RECEIVE(
      "接收并案",
      gathering(),
      new Guard.By(List.of(Duty.OFFICER, Duty.HEAD)),
      Condition.INVOLVED,
      Condition.REASON,
      Condition.SAME_REGION);

  private final String zh;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<State> from;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Guard> guards;

  GroupingRule(String zh, Set<State> from, Guard... guards) {
    this.zh = zh;
    this.from = from;
    this.guards = List.of(guards);
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  /** The states of the main track in which it is done. */
  public Set<State> from() {
    return from;
  }

  /** What it needs, in Chinese. */
  public String needsZh() {
    return guards.stream().map(Guard::zh).collect(Collectors.joining("；"));
  }

  List<Missing> missing(Situation situation, Move move) {
    var now = situation.state().main();
    return CaseAction.all(
        situation.recused(),
        Situation.unless(
            from.contains(now),
            Missing.state(
                "“%s”状态不能“%s”".formatted(now.zh(), zh),
                "alerts cannot come or leave so while the case is: %s".formatted(now.en()))),
        guards.stream().flatMap(guard -> guard.missing(situation, move)));
  }

  /** While facts are gathered: not while somebody decides on those that are there. */
  private static Set<State> gathering() {
    return Set.of(LEAD_NEW, TRIAGE, WATCHLIST, PRECHECK, VERIFY, FILED, INVESTIGATION, REOPENED);
  }
}
