package org.fundwatch.domain.alert;

import java.util.List;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.Outcome;
import org.fundwatch.domain.finding.Subject;
import org.fundwatch.domain.settlement.Institution;

/**
 * All findings about one subject.
 *
 * @param schema version of this record's layout
 * @param id from the subject, see {@link org.fundwatch.domain.finding.FindingIds#alert}
 * @param version grows by one with every change
 * @param status open while a finding holds that no data gate puts aside
 * @param subject about what
 * @param outcome the strongest of the findings
 * @param confidence the highest of the findings
 * @param amountFen the largest amount at risk of a single finding: findings on one subject overlap,
 *     so their sum would count money twice
 * @param serviceFromMillis first moment of service concerned
 * @param serviceToMillis last moment of service concerned
 * @param institution where
 * @param doctor who signed, empty when unknown or several
 * @param person token of the person, empty when no single person is concerned
 * @param insuranceType {@code insutype}
 * @param findings those that hold, by id; of a withdrawn alert the last that held
 * @param lineage every change, oldest first
 * @param suppressed those of the findings that a data gate put aside, by id: outcome, confidence,
 *     amount and time of service are those of the others, where there are others
 */
public record Alert(
    int schema,
    String id,
    int version,
    AlertStatus status,
    Subject subject,
    Outcome outcome,
    double confidence,
    long amountFen,
    long serviceFromMillis,
    long serviceToMillis,
    Institution institution,
    String doctor,
    String person,
    String insuranceType,
    List<Finding> findings,
    List<Amendment> lineage,
    List<Suppression> suppressed) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  public Alert {
    findings = List.copyOf(findings);
    // judge leaves it out: it tells how the events came in, not what they say.
    lineage = lineage == null ? List.of() : List.copyOf(lineage);
    // Alerts written before there were gates have none.
    suppressed = suppressed == null ? List.of() : List.copyOf(suppressed);
  }

  /** An alert of which nothing is suppressed. */
  public Alert(
      int schema,
      String id,
      int version,
      AlertStatus status,
      Subject subject,
      Outcome outcome,
      double confidence,
      long amountFen,
      long serviceFromMillis,
      long serviceToMillis,
      Institution institution,
      String doctor,
      String person,
      String insuranceType,
      List<Finding> findings,
      List<Amendment> lineage) {
    this(
        schema,
        id,
        version,
        status,
        subject,
        outcome,
        confidence,
        amountFen,
        serviceFromMillis,
        serviceToMillis,
        institution,
        doctor,
        person,
        insuranceType,
        findings,
        lineage,
        List.of());
  }
}
