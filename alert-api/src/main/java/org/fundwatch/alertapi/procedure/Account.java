package org.fundwatch.alertapi.procedure;

import static org.fundwatch.alertapi.procedure.State.AGREEMENT_HANDLING;
import static org.fundwatch.alertapi.procedure.State.DECISION;
import static org.fundwatch.alertapi.procedure.State.EXECUTION;
import static org.fundwatch.alertapi.procedure.State.SERVED;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a line of the ledger counts: fen, or points of a doctor. */
public enum Account {
  SUSPECTED("涉嫌金额", "suspected", null),
  VERIFIED("查实金额", "verified", null),
  RECOVERED("退回金额", "recovered", VERIFIED),
  DAMAGES("违约金", "damages under the agreement", null),
  DAMAGES_PAID("已缴违约金", "damages paid", DAMAGES),
  FINE("罚款", "fine", null, DECISION, SERVED, EXECUTION),
  FINE_PAID("已缴罚款", "fine paid", FINE),
  POINTS("记分", "points", null, AGREEMENT_HANDLING, DECISION, SERVED, EXECUTION);

  private final String zh;
  private final String en;
  private final @Nullable Account ceiling;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<State> where;

  Account(String zh, String en, @Nullable Account ceiling, State... where) {
    this.zh = zh;
    this.en = en;
    this.ceiling = ceiling;
    this.where = Set.of(where);
  }

  /** The name for people, in Chinese. */
  public String zh() {
    return zh;
  }

  /** The name in English. */
  public String en() {
    return en;
  }

  /** The account whose balance this one never exceeds. */
  Optional<Account> ceiling() {
    return Optional.ofNullable(ceiling);
  }

  /** The states of the main track in which new lines can be made; empty for any. */
  Set<State> where() {
    return where;
  }
}
