package org.fundwatch.rules;

import java.util.List;
import org.fundwatch.domain.finding.Outcome;

/**
 * What a rule says about itself, for catalogues and for people.
 *
 * @param id never reused; also the folder's name
 * @param version grows with every change of the rule
 * @param officialCode code in the national framework, empty where there is none
 * @param covers official names of the rules of the national framework that it implements
 * @param successor id of the rule that a deprecated one gave way to, empty for none
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param family family of the national framework, such as 管理类/住院行为
 * @param status whether its findings count
 * @param outcome how sure it can be
 * @param subject what it is judged on, such as {@code stay-pair}
 * @param phases supervision phases: 事前, 事中, 事后
 * @param insuranceTypes {@code insutype} codes it applies to; empty for all
 * @param visitTypes groups of {@code med_type} it applies to: outpatient, inpatient, pharmacy
 * @param legalBasis articles, each with its document
 * @param validFrom first day of service it judges, ISO date, empty for no limit
 * @param validTo last day of service it judges, ISO date, empty for no limit
 * @param owner who answers for it
 * @param detects what it finds
 * @param misses what it cannot find
 * @param falsePositives when it is wrong
 * @param onSite what to check on site
 * @param parameters its thresholds
 * @param condition the condition in CEL
 * @param exceptions what excuses, in order
 * @param silencedBy ids of the rules about broken data that put its findings aside
 */
public record RuleInfo(
    String id,
    int version,
    String officialCode,
    List<String> covers,
    String successor,
    String nameZh,
    String nameEn,
    String family,
    RuleStatus status,
    Outcome outcome,
    String subject,
    List<String> phases,
    List<String> insuranceTypes,
    List<String> visitTypes,
    List<String> legalBasis,
    String validFrom,
    String validTo,
    String owner,
    String detects,
    String misses,
    String falsePositives,
    String onSite,
    List<ParameterInfo> parameters,
    String condition,
    List<ExceptionInfo> exceptions,
    List<String> silencedBy) {

  public RuleInfo {
    covers = List.copyOf(covers);
    phases = List.copyOf(phases);
    insuranceTypes = List.copyOf(insuranceTypes);
    visitTypes = List.copyOf(visitTypes);
    legalBasis = List.copyOf(legalBasis);
    parameters = List.copyOf(parameters);
    exceptions = List.copyOf(exceptions);
    silencedBy = List.copyOf(silencedBy);
  }

  /**
   * A threshold of a rule.
   *
   * @param name in expressions {@code param.name}
   * @param type int, double, duration, text or list
   * @param unit such as day or fen, empty for none
   * @param value the default, as written
   * @param provenance where the value comes from
   * @param meaning what it does
   * @param overlays where another value holds, each as one line of text
   */
  public record ParameterInfo(
      String name,
      String type,
      String unit,
      String value,
      Provenance provenance,
      String meaning,
      List<String> overlays) {

    public ParameterInfo {
      overlays = List.copyOf(overlays);
    }
  }

  /**
   * What excuses.
   *
   * @param name short name, as cases cite it
   * @param when the condition in CEL
   * @param why why it excuses
   */
  public record ExceptionInfo(String name, String when, String why) {}

  /** Where a value comes from. */
  public enum Provenance {
    /** Written in a law, regulation or the national framework. */
    OFFICIAL,
    /** A published knowledge point of the regulator. */
    KNOWLEDGE,
    /** Local practice that is public, not law. */
    LOCAL,
    /** Our own proposal; no authority behind it. */
    PROPOSAL
  }
}
