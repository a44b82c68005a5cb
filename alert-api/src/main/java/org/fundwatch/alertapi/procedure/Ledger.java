package org.fundwatch.alertapi.procedure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The money of a case. Lines are never changed: a correction is a line of its own that names the
 * one it corrects.
 *
 * @param lines in the order they were made
 */
public record Ledger(List<Line> lines) {
  static final Ledger EMPTY = new Ledger(List.of());

  public Ledger {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param sequence of the entry that made it; its name within the case
   * @param amount fen, or points; below 0 for a correction downwards, and for alerts that left
   * @param subject code of the doctor whom points are for, empty otherwise
   * @param corrects sequence of the line that it corrects, 0 for none
   * @param text what it rests on
   */
  public record Line(
      int sequence, Account account, long amount, String subject, int corrects, String text) {

    boolean isAbout(Line other) {
      return account == other.account && subject.equals(other.subject);
    }
  }

  /** Balances of all accounts that have lines. */
  public Map<Account, Long> balances() {
    var balances = new EnumMap<Account, Long>(Account.class);
    lines.forEach(line -> balances.merge(line.account(), line.amount(), Math::addExact));
    return balances;
  }

  /** The balance of an account, 0 without lines. */
  public long balance(Account account) {
    return balances().getOrDefault(account, 0L);
  }

  /** What a line amounts to with its corrections. */
  long net(Line line) {
    return lines.stream()
        .filter(other -> other.sequence() == line.sequence() || other.corrects() == line.sequence())
        .mapToLong(Line::amount)
        .sum();
  }

  /** A line that can be corrected: what left with alerts can come back with them alone. */
  Optional<Line> original(int sequence) {
    return lines.stream()
        .filter(line -> line.sequence() == sequence && line.corrects() == 0 && line.amount() > 0)
        .findFirst();
  }

  Ledger with(Line line) {
    var all = new ArrayList<>(lines);
    all.add(line);
    return new Ledger(all);
  }
}
