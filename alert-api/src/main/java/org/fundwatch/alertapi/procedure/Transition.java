package org.fundwatch.alertapi.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.procedure.Guard.AnyOnFile;
import org.fundwatch.alertapi.procedure.Guard.By;
import org.fundwatch.alertapi.procedure.Guard.Officers;
import org.fundwatch.alertapi.procedure.Guard.OnFile;
import org.fundwatch.alertapi.procedure.term.TermKey;

/** A step of the procedure and what it needs. */
public final class Transition {
  private final String id;
  private final String zh;
  private final Set<State> from;
  private final State to;
  private final List<Guard> guards;

  private Transition(String id, String zh, Set<State> from, State to, List<Guard> guards) {
    this.id = id;
    this.zh = zh;
    this.from = from;
    this.to = to;
    this.guards = guards;
  }

  static Transition step(String id, String zh, Set<State> from, State to) {
    return new Transition(id, zh, from, to, List.of());
  }

  Transition by(Duty... duties) {
    return with(new By(List.of(duties)));
  }

  Transition onFile(DocumentKind... kinds) {
    return with(new OnFile(List.of(kinds), false));
  }

  /** As {@link #onFile}, filed since the case came into its present state. */
  Transition fresh(DocumentKind... kinds) {
    return with(new OnFile(List.of(kinds), true));
  }

  Transition anyOf(DocumentKind... kinds) {
    return with(new AnyOnFile(List.of(kinds)));
  }

  /** Done by one of at least as many officers of the case as are wanted. */
  Transition byOfficers(TermKey key) {
    return by(Duty.OFFICER).with(Condition.OFFICER_OF_CASE).with(new Officers(key));
  }

  /** Approved by the head, who had no part in it. */
  Transition byOtherHead() {
    return by(Duty.HEAD).with(Condition.NOT_OWN);
  }

  Transition when(Condition... conditions) {
    var changed = this;
    for (var condition : conditions) {
      changed = changed.with(condition);
    }
    return changed;
  }

  private Transition with(Guard guard) {
    var more = new ArrayList<>(guards);
    more.add(guard);
    return new Transition(id, zh, from, to, List.copyOf(more));
  }

  /** Its name in requests and entries, such as {@code propose-filing}. */
  public String id() {
    return id;
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  /** The states of one track that it can be taken from. */
  public Set<State> from() {
    return from;
  }

  /** The state that it leads to. */
  public State to() {
    return to;
  }

  /** What it needs, in Chinese. */
  public String needsZh() {
    return guards.stream().map(Guard::zh).collect(Collectors.joining("；"));
  }

  List<Guard> guards() {
    return guards;
  }
}
