package org.fundwatch.domain.settlement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settlement of one encounter, or of a part of it.
 *
 * @param settlementId {@code setl_id}
 * @param encounterId {@code mdtrt_id}: one visit or one stay
 * @param originalSettlementId {@code init_setl_id}: from a reversal to its original, else empty
 * @param person who was treated
 * @param institution where
 * @param insurance under which insurance
 * @param medType {@code med_type}, see {@link org.fundwatch.domain.code.MedType}
 * @param settledMillis {@code setl_time}, epoch milliseconds
 * @param doctor {@code atddr_no} or {@code chfpdr_code}, empty when not stated
 * @param midStay {@code mid_setl_flag}
 * @param codeSet empty for the national code systems, else the name of a foreign one whose codes
 *     are taken as they are
 * @param amounts totals, in fen
 * @param stay details of an inpatient stay, null for other encounters
 * @param grouping result of DRG or DIP grouping, null where there is none
 * @param diagnoses the main one first
 * @param operations the main one first
 * @param lines fee lines
 * @param payments payments by fund
 * @param traceCodes codes of the drug packs handed out
 */
public record Settlement(
    String settlementId,
    String encounterId,
    String originalSettlementId,
    Person person,
    Institution institution,
    Insurance insurance,
    String medType,
    long settledMillis,
    String doctor,
    boolean midStay,
    String codeSet,
    Amounts amounts,
    @Nullable Stay stay,
    @Nullable Grouping grouping,
    List<Diagnosis> diagnoses,
    List<Operation> operations,
    List<FeeLine> lines,
    List<Payment> payments,
    List<TraceCode> traceCodes) {

  public Settlement {
    diagnoses = List.copyOf(diagnoses);
    operations = List.copyOf(operations);
    lines = List.copyOf(lines);
    payments = List.copyOf(payments);
    traceCodes = List.copyOf(traceCodes);
  }

  /** The code of the main diagnosis, empty where no diagnosis is stated. */
  public String mainDiagnosis() {
    for (int i = 0; i < diagnoses.size(); i++) {
      if (diagnoses.get(i).main()) {
        return diagnoses.get(i).code();
      }
    }
    return diagnoses.isEmpty() ? "" : diagnoses.get(0).code();
  }

  /** The first moment of the encounter: admission, or the settlement where it is not a stay. */
  public long beginMillis() {
    return stay == null ? settledMillis : stay.admissionMillis();
  }

  /** The last known moment: discharge, or the settlement where there is none yet. */
  public long endMillis() {
    return stay == null || stay.dischargeMillis() == null ? settledMillis : stay.dischargeMillis();
  }

  /** The same settlement of another person record. */
  public Settlement withPerson(Person other) {
    return new Settlement(
        settlementId,
        encounterId,
        originalSettlementId,
        other,
        institution,
        insurance,
        medType,
        settledMillis,
        doctor,
        midStay,
        codeSet,
        amounts,
        stay,
        grouping,
        diagnoses,
        operations,
        lines,
        payments,
        traceCodes);
  }

  /** The settlement without its bulk (fee lines, payments, trace codes), as kept in state. */
  public Settlement head() {
    return new Settlement(
        settlementId,
        encounterId,
        originalSettlementId,
        person,
        institution,
        insurance,
        medType,
        settledMillis,
        doctor,
        midStay,
        codeSet,
        amounts,
        stay,
        grouping,
        diagnoses,
        operations,
        List.of(),
        List.of(),
        List.of());
  }
}
