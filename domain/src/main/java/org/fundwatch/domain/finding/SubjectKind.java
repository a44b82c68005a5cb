package org.fundwatch.domain.finding;

/** What an alert is about. */
public enum SubjectKind {
  /** One visit or stay; the id is {@code mdtrt_id}. */
  ENCOUNTER,
  /** A person; the id is the person's token. */
  PERSON,
  /** A doctor; the id is the national doctor code. */
  DOCTOR,
  /** A hospital or pharmacy; the id is {@code fixmedins_code}. */
  INSTITUTION,
  /** A drug pack; the id is its traceability code. */
  TRACE_CODE
}
