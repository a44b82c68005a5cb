package org.fundwatch.domain.finding;

import java.util.List;

/**
 * The rule (or model) that made a finding, as it stood then.
 *
 * @param id never reused
 * @param version version of the rule
 * @param ruleSet version of the rule-set it was compiled in
 * @param officialCode code in the national framework, empty where there is none
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param legalBasis articles, each with its document
 * @param silencedBy ids of the data gates that put its findings aside, see {@link DataGate}
 */
public record RuleRef(
    String id,
    int version,
    String ruleSet,
    String officialCode,
    String nameZh,
    String nameEn,
    List<String> legalBasis,
    List<String> silencedBy) {

  public RuleRef {
    legalBasis = List.copyOf(legalBasis);
    // Findings made before there were gates have none.
    silencedBy = silencedBy == null ? List.of() : List.copyOf(silencedBy);
  }

  /** A rule that no gate silences. */
  public RuleRef(
      String id,
      int version,
      String ruleSet,
      String officialCode,
      String nameZh,
      String nameEn,
      List<String> legalBasis) {
    this(id, version, ruleSet, officialCode, nameZh, nameEn, legalBasis, List.of());
  }
}
