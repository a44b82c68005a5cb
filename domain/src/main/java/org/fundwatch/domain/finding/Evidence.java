package org.fundwatch.domain.finding;

/**
 * A pointer to what a finding rests on.
 *
 * @param kind what is pointed at
 * @param id its identifier: {@code setl_id}, {@code mdtrt_id}, {@code feedetl_sn} ...
 * @param note what the inspector should see there, may be empty
 */
public record Evidence(Kind kind, String id, String note) {

  /** What evidence can point at. */
  public enum Kind {
    SETTLEMENT,
    ENCOUNTER,
    FEE_LINE,
    TRACE_CODE,
    KNOWLEDGE_ROW
  }
}
