package org.fundwatch.streaming.day;

import java.util.List;
import org.fundwatch.domain.finding.Finding;

/**
 * What a day's desk last said.
 *
 * @param schema version of this record's layout
 * @param said the findings that hold
 */
public record DayFindings(int schema, List<Finding> said) {

  /** Layout version written by this code. */
  public static final int SCHEMA = 1;

  public DayFindings {
    said = List.copyOf(said);
  }
}
