package org.fundwatch.domain.desk;

import org.fundwatch.domain.settlement.Institution;
import org.fundwatch.domain.settlement.Settlement;
import org.fundwatch.domain.timeline.SettlementFact;

/**
 * What the desks of doctors, institutions and packs keep of one settlement.
 *
 * @param settlementId {@code setl_id}
 * @param encounterId {@code mdtrt_id}
 * @param person token of the person
 * @param institution where
 * @param doctor who signed, empty when unknown
 * @param medType {@code med_type}
 * @param insuranceType {@code insutype}
 * @param settledMillis {@code setl_time}
 * @param totalFen total charges
 * @param fundFen paid by the fund
 * @param care what was done, {@link Care#NONE} where a desk does not need it
 */
public record Visit(
    String settlementId,
    String encounterId,
    String person,
    Institution institution,
    String doctor,
    String medType,
    String insuranceType,
    long settledMillis,
    long totalFen,
    long fundFen,
    Care care) {

  /** A settlement as it stands. */
  public static Visit of(SettlementFact fact) {
    Settlement head = fact.head();
    return new Visit(
        head.settlementId(),
        head.encounterId(),
        head.person().id(),
        head.institution(),
        head.doctor(),
        head.medType(),
        head.insurance().type(),
        head.settledMillis(),
        head.amounts().totalFen(),
        head.amounts().fundFen(),
        Care.of(fact));
  }

  /** The same for a desk that asks only who, where, when and how much. */
  public Visit withoutCare() {
    return withCare(Care.NONE);
  }

  /** The same with other care. */
  public Visit withCare(Care other) {
    return new Visit(
        settlementId,
        encounterId,
        person,
        institution,
        doctor,
        medType,
        insuranceType,
        settledMillis,
        totalFen,
        fundFen,
        other);
  }
}
