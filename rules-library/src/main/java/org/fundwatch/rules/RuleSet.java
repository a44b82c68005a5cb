package org.fundwatch.rules;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.fundwatch.domain.desk.DoctorDay;
import org.fundwatch.domain.desk.InstitutionDay;
import org.fundwatch.domain.desk.InstitutionMonth;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.Encounter;
import org.fundwatch.domain.timeline.Timeline;
import org.fundwatch.rules.compile.CompiledRule;
import org.fundwatch.rules.judge.Judge;
import org.fundwatch.rules.source.RuleDocument;

/** Compiled rules. Immutable and thread-safe; equal facts give equal findings. */
public final class RuleSet {

  /** What the version of a rule-set of rules on trial begins with. */
  public static final String SHADOW = "shadow/";

  /** No rule looks back further; a bundle with one that does is refused. */
  public static final Duration LONGEST_LOOKBACK = RuleDocument.LONGEST_LOOKBACK;

  private final String version;
  private final List<RuleInfo> rules;
  private final Judge judge;
  private final List<CompiledRule> shadows;
  private final long lookbackMillis;

  /**
   * @param rules all of the bundle
   * @param judge of the active ones
   * @param shadows those on trial
   */
  RuleSet(String version, List<RuleInfo> rules, Judge judge, List<CompiledRule> shadows) {
    this.version = version;
    this.rules = List.copyOf(rules);
    this.judge = judge;
    this.shadows = List.copyOf(shadows);
    this.lookbackMillis =
        judge.rules().stream().mapToLong(rule -> rule.document().lookbackMillis()).max().orElse(0);
  }

  /** The version of the bundle it was compiled from. */
  public String version() {
    return version;
  }

  /** All rules, by id, also those that do not judge. */
  public List<RuleInfo> rules() {
    return rules;
  }

  /**
   * How far back the rules look, in milliseconds: an encounter's findings depend on no encounter
   * that ended longer than this before its first moment, nor on any that begins after it.
   */
  public long lookbackMillis() {
    return lookbackMillis;
  }

  /**
   * The same rules, telling {@code listener} when one cannot be evaluated; thread-safe if it is.
   */
  public RuleSet withFailureListener(Consumer<RuleFailure> listener) {
    return new RuleSet(version, rules, judge.withFailures(listener), shadows);
  }

  /**
   * The rules on trial in place of the active ones. Their findings name the rule-set {@code
   * shadow/version}, so that nobody takes one for an alert's.
   */
  public RuleSet shadows() {
    String shadow = SHADOW + version;
    return new RuleSet(shadow, rules, new Judge(shadows, shadow, failure -> {}), List.of());
  }

  /** Tells how often each rule was asked since the last call; exact for one thread alone. */
  public void takeJudged(ObjLongConsumer<String> to) {
    judge.takeJudged(to);
  }

  /** This rule-set with one rule only, to see what it does alone; without any for another id. */
  public RuleSet only(String id) {
    return with(
        judge.rules().stream().filter(rule -> rule.document().info().id().equals(id)).toList());
  }

  /** The same rules, telling {@code listener} the id of a rule whenever it is evaluated. */
  public RuleSet watched(Consumer<String> listener) {
    return with(
        judge.rules().stream()
            .map(rule -> rule.watched(() -> listener.accept(rule.document().info().id())))
            .toList());
  }

  private RuleSet with(List<CompiledRule> judging) {
    return new RuleSet(version, rules, new Judge(judging, version, failure -> {}), List.of());
  }

  /** Rules on the lines of one settlement. */
  public List<Finding> judgeSettlement(Settlement settlement) {
    return judge.settlement(settlement);
  }

  /**
   * Rules on one encounter, and those on several encounters of a person in which this one is the
   * latest: the later stay of a pair, the visit during a stay.
   *
   * @param all the person's encounters, {@code encounter} among them
   */
  public List<Finding> judgeEncounter(Encounter encounter, Timeline all) {
    return judge.encounter(encounter, all);
  }

  /** Rules on the sales of one drug pack. */
  public List<Finding> judgePack(PackSales pack) {
    return judge.pack(pack);
  }

  /** Rules on one day of a doctor. */
  public List<Finding> judgeDoctorDay(DoctorDay day) {
    return judge.doctorDay(day);
  }

  /** Rules on one day of an institution. */
  public List<Finding> judgeInstitutionDay(InstitutionDay day) {
    return judge.institutionDay(day);
  }

  /** Rules on one month of an institution. */
  public List<Finding> judgeInstitutionMonth(InstitutionMonth month) {
    return judge.institutionMonth(month);
  }
}
