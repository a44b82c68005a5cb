package org.fundwatch.domain.reference;

import java.util.List;
import java.util.OptionalInt;

/** What the grouper looks up: the tables of this package, or those in force at a place and day. */
public interface GroupingTables {

  /** The basic groups, first come first served. */
  List<AdrgEntry> adrgs();

  /** What a diagnosis counts as beside a main one; none where the main one excludes it. */
  Complication complication(String other, String main);

  /** Relative weight of a group in ten-thousandths; empty where there is no such group. */
  OptionalInt weightE4(String group);

  /**
   * Payment for a stay of a group, in fen; 0 where it is not known.
   *
   * @param level {@code hosp_lv}
   */
  long standardFen(String group, String level);
}
