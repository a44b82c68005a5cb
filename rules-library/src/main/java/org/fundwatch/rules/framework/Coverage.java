package org.fundwatch.rules.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.fundwatch.rules.RuleInfo;
import org.fundwatch.rules.RuleStatus;

/**
 * What of the framework and of the catalogue a library judges.
 *
 * @param national the rules of the national framework
 * @param catalogue the rules of the catalogue
 */
public record Coverage(List<National> national, List<Catalogued> catalogue) {

  private static final Pattern VARIANT = Pattern.compile("[a-z]?-.*");

  public Coverage {
    national = List.copyOf(national);
    catalogue = List.copyOf(catalogue);
  }

  /**
   * A national rule.
   *
   * @param rule as published
   * @param ours ids of the active rules that implement it
   */
  public record National(NationalRule rule, List<String> ours) {

    public National {
      ours = List.copyOf(ours);
    }

    State state() {
      return State.of(!ours.isEmpty(), rule.gap());
    }
  }

  /**
   * A rule of the catalogue.
   *
   * @param rule as listed
   * @param ours ids of the active rules that implement it
   */
  public record Catalogued(CatalogueRule rule, List<String> ours) {

    public Catalogued {
      ours = List.copyOf(ours);
    }

    State state() {
      return State.of(!ours.isEmpty() || !rule.gate().isEmpty(), rule.gap());
    }
  }

  /** How a listed rule stands. */
  enum State {
    ACTIVE,
    /** Settlements do not tell; the source that would be needed is named. */
    NOT_COMPUTABLE,
    /** Neither: there is work to do. */
    OPEN;

    static State of(boolean judged, Gap gap) {
      return judged ? ACTIVE : gap.isThere() ? NOT_COMPUTABLE : OPEN;
    }
  }

  /** The coverage by the rules of a library; only active ones count. */
  public static Coverage of(List<RuleInfo> rules) {
    List<RuleInfo> active =
        rules.stream().filter(rule -> rule.status() == RuleStatus.ACTIVE).toList();
    return new Coverage(
        Framework.nationalRules().stream()
            .map(rule -> new National(rule, ids(active, ours -> implementsRule(ours, rule))))
            .toList(),
        Framework.catalogue().stream()
            .map(rule -> new Catalogued(rule, ids(active, ours -> belongsTo(ours, rule))))
            .toList());
  }

  /** How many of the 79 rules of framework 1.0 are active. */
  public long active10() {
    return count(one -> one.rule().in10());
  }

  /** How many of the 88 rules of 2025 are active. */
  public long active2025() {
    return count(one -> one.rule().in2025());
  }

  /** How many of the 112 rules of the catalogue are active. */
  public long activeCatalogue() {
    return catalogue.stream()
        .filter(one -> !one.rule().isDataGate() && one.state() == State.ACTIVE)
        .count();
  }

  /** How many of the 8 data gates are active. */
  public long activeGates() {
    return catalogue.stream()
        .filter(one -> one.rule().isDataGate() && one.state() == State.ACTIVE)
        .count();
  }

  /** Names and ids of the listed rules that are neither active nor said to be impossible. */
  public List<String> open() {
    List<String> open = new ArrayList<>();
    national.stream()
        .filter(one -> one.state() == State.OPEN)
        .forEach(one -> open.add(one.rule().name()));
    catalogue.stream()
        .filter(one -> one.state() == State.OPEN)
        .forEach(one -> open.add(one.rule().id() + " " + one.rule().name()));
    return open;
  }

  /** Names and ids of the listed rules that are active although said to be impossible. */
  public List<String> stale() {
    List<String> stale = new ArrayList<>();
    national.stream()
        .filter(one -> !one.ours().isEmpty() && one.rule().gap().isThere())
        .forEach(one -> stale.add(one.rule().name()));
    catalogue.stream()
        .filter(one -> one.state() == State.ACTIVE && one.rule().gap().isThere())
        .forEach(one -> stale.add(one.rule().id()));
    return stale;
  }

  private long count(Predicate<National> edition) {
    return national.stream().filter(edition).filter(one -> one.state() == State.ACTIVE).count();
  }

  private static List<String> ids(List<RuleInfo> rules, Predicate<RuleInfo> which) {
    return rules.stream().filter(which).map(RuleInfo::id).sorted().toList();
  }

  private static boolean implementsRule(RuleInfo ours, NationalRule rule) {
    return (!rule.code().isEmpty() && ours.officialCode().equals(rule.code()))
        || ours.covers().contains(rule.name())
        || (!rule.renamed().isEmpty() && ours.covers().contains(rule.renamed()))
        || Framework.nationalRules().stream()
            .filter(former -> former.renamed().equals(rule.name()))
            .anyMatch(
                former ->
                    ours.officialCode().equals(former.code())
                        || ours.covers().contains(former.name()));
  }

  private static boolean belongsTo(RuleInfo ours, CatalogueRule rule) {
    return ours.id().startsWith(rule.id())
        && VARIANT.matcher(ours.id().substring(rule.id().length())).matches();
  }
}
