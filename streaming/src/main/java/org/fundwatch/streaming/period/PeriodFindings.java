package org.fundwatch.streaming.period;

import java.util.List;
import org.fundwatch.domain.finding.Finding;

/**
 * What a period's desk last said.
 *
 * @param schema version of this record's layout
 * @param said the findings that hold
 */
public record PeriodFindings(int schema, List<Finding> said) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  public PeriodFindings {
    said = List.copyOf(said);
  }
}
