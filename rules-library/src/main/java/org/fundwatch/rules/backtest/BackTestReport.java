package org.fundwatch.rules.backtest;

import java.util.List;
import org.fundwatch.domain.finding.Subject;

/**
 * What a change of rules would have meant.
 *
 * @param before the rule-set that is compared against
 * @param after the new rule-set
 * @param history what both judged
 * @param minutes for an alert, by how sure it is
 * @param changes rules that are not the same in both
 * @param alerts all alerts
 * @param findings all findings
 * @param hoursBefore inspector hours for the alerts of the one
 * @param hoursAfter inspector hours for the alerts of the other
 * @param byRule findings by rule, those with the most changes first
 * @param byRegion alerts by region of the institution
 * @param byInstitution alerts by institution
 * @param examples of what changed, by rule
 */
public record BackTestReport(
    Rules before,
    Rules after,
    History history,
    Minutes minutes,
    List<RuleChange> changes,
    Row alerts,
    Row findings,
    double hoursBefore,
    double hoursAfter,
    List<Row> byRule,
    List<Row> byRegion,
    List<Row> byInstitution,
    List<Example> examples) {

  public BackTestReport {
    changes = List.copyOf(changes);
    byRule = List.copyOf(byRule);
    byRegion = List.copyOf(byRegion);
    byInstitution = List.copyOf(byInstitution);
    examples = List.copyOf(examples);
  }

  /**
   * A rule-set.
   *
   * @param name as it was given
   * @param version hash of its content
   * @param judging how many rules judge
   */
  public record Rules(String name, String version, int judging) {}

  /**
   * What was judged.
   *
   * @param files how many
   * @param events taken in
   * @param refused lines that are no sound event
   */
  public record History(int files, long events, long refused) {}

  /**
   * A rule that is not the same in both sets.
   *
   * @param rule its id
   * @param before its version, 0 where the set has no such rule
   * @param after its version, 0 where the set has no such rule
   */
  public record RuleChange(String rule, int before, int after) {}

  /**
   * One line of figures: both sides, and what lies between them.
   *
   * @param key id, code or what it is
   * @param name for people, empty for none
   * @param before by the rules compared against
   * @param after by the new rules
   * @param added only by the new rules
   * @param dropped only by the old rules
   * @param kept by both, with an equal amount
   * @param changed by both, with another amount; the amount is the difference
   */
  public record Row(
      String key,
      String name,
      Side before,
      Side after,
      Part added,
      Part dropped,
      Part kept,
      Part changed) {

    /** How many are not the same. */
    public long moved() {
      return added.count() + dropped.count() + changed.count();
    }
  }

  /**
   * A number of alerts or findings.
   *
   * @param count how many
   * @param fen amount at risk
   */
  public record Part(long count, long fen) {}

  /**
   * What one rule-set said.
   *
   * @param count how many
   * @param fen amount at risk
   * @param confirmed of which are known to be right
   * @param rejected of which are known to be wrong
   */
  public record Side(long count, long fen, long confirmed, long rejected) {

    /** The share that is right of those of which it is known; NaN where it is of none. */
    public double precision() {
      return known() == 0 ? Double.NaN : confirmed / (double) known();
    }

    /** Of how many it is known. */
    public long known() {
      return confirmed + rejected;
    }
  }

  /** What became of a finding. */
  public enum Kind {
    ADDED,
    DROPPED,
    CHANGED
  }

  /**
   * One finding that is not the same.
   *
   * @param kind what became of it
   * @param rule its rule
   * @param finding its id
   * @param subject about what
   * @param institution name
   * @param beforeFen amount before, 0 for an added one
   * @param afterFen amount after, 0 for a dropped one
   * @param verdict what is known of it
   * @param sentenceZh what the inspector reads
   * @param sentenceEn the same in English
   */
  public record Example(
      Kind kind,
      String rule,
      String finding,
      Subject subject,
      String institution,
      long beforeFen,
      long afterFen,
      Outcomes.Verdict verdict,
      String sentenceZh,
      String sentenceEn) {

    long weight() {
      return Math.abs(afterFen - beforeFen);
    }
  }
}
